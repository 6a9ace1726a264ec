import { truth } from '../verdict.js';
import type { Keyword } from './keyword.js';

/** `maximum`: a number at most this. */
export const maximum: Keyword = (value, limit) =>
  typeof value === 'number' ? truth(value <= Number(limit)) : undefined;
