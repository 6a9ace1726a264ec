import { truth } from '../verdict.js';
import type { Keyword } from './keyword.js';

/** `exclusiveMinimum`: a number above this. */
export const exclusiveMinimum: Keyword = (value, limit) =>
  typeof value === 'number' ? truth(value > Number(limit)) : undefined;
