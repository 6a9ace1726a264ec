import type { LeafSchema, Test, Verdict } from '@guichet/procedure';
import type { Scope } from '../interpreter/scope.js';

/** What a keyword may use beside the value and its own parameter. */
export interface KeywordContext {
  readonly scope: Scope;
  /** Pointer whose rows bind `*` and `./`. */
  readonly owner: string;
  /** Applies a nested test, in the mode of the outer one. */
  holds(test: Test | LeafSchema, value: unknown): Verdict;
}

/**
 * One assertion. Undefined: the keyword says nothing of a value of this type; a
 * condition then is false, a schema satisfied (rules.md A3, JSON Schema).
 */
export type Keyword = (value: unknown, param: unknown, at: KeywordContext) => Verdict | undefined;
