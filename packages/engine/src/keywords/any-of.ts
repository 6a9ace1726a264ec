import type { Test } from '@guichet/procedure';
import { some } from '../verdict.js';
import type { Keyword } from './keyword.js';

/** `anyOf`: Kleene disjunction. */
export const anyOf: Keyword = (value, tests, { holds }) =>
  some(tests as readonly Test[], (test) => holds(test, value));
