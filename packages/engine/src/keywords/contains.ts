import type { Test } from '@guichet/procedure';
import { some } from '../verdict.js';
import type { Keyword } from './keyword.js';

/** `contains`: at least one element satisfies. */
export const contains: Keyword = (value, test, { holds }) =>
  Array.isArray(value) ? some(value, (one) => holds(test as Test, one)) : undefined;
