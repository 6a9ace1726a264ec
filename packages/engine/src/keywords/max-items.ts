import { truth } from '../verdict.js';
import type { Keyword } from './keyword.js';

/** `maxItems`: at most so many. */
export const maxItems: Keyword = (value, limit) =>
  Array.isArray(value) ? truth(value.length <= Number(limit)) : undefined;
