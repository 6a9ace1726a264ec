import { truth } from '../verdict.js';
import type { Keyword } from './keyword.js';

/** `minItems`: at least so many. */
export const minItems: Keyword = (value, limit) =>
  Array.isArray(value) ? truth(value.length >= Number(limit)) : undefined;
