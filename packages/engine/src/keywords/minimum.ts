import { truth } from '../verdict.js';
import type { Keyword } from './keyword.js';

/** `minimum`: a number at least this. */
export const minimum: Keyword = (value, limit) =>
  typeof value === 'number' ? truth(value >= Number(limit)) : undefined;
