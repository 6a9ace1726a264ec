import type { Test } from '@guichet/procedure';
import { every } from '../verdict.js';
import type { Keyword } from './keyword.js';

/** `allOf`: Kleene conjunction. */
export const allOf: Keyword = (value, tests, { holds }) =>
  every(tests as readonly Test[], (test) => holds(test, value));
