import { truth } from '../verdict.js';
import type { Keyword } from './keyword.js';

/** `exclusiveMaximum`: a number below this. */
export const exclusiveMaximum: Keyword = (value, limit) =>
  typeof value === 'number' ? truth(value < Number(limit)) : undefined;
