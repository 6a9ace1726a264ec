import type { Test } from '@guichet/procedure';
import { negate } from '../verdict.js';
import type { Keyword } from './keyword.js';

/** `not`: swaps true and false. */
export const not: Keyword = (value, test, { holds }) => negate(holds(test as Test, value));
