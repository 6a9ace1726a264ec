import type { Condition } from '../../types/condition.js';

/** A sub-schema being lowered: plain JSON Schema members. */
export interface Schema {
  [keyword: string]: unknown;
}

/** A schema, or the boolean schemas `true` and `false`. */
export type AnySchema = Schema | boolean;

/** A shared block put at a pointer: its words are mounted there. */
export interface Mount {
  readonly pointer: string;
  /** Base name of the block's file: `identity`. */
  readonly block: string;
}

/** Conditional part of the lowered schema (`Published.branches`). */
export interface Branch {
  readonly path: string;
  readonly when: Condition;
}

/** Members that assert something of one answer and go into a `LeafSchema`. */
export const leafKeywords: readonly string[] = [
  'type',
  'const',
  'enum',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minItems',
  'maxItems',
  'uniqueItems',
  'contains',
  'notBefore',
  'notAfter',
  'youngerThan',
  'olderThan',
  'anyOf',
  'not',
];

/** Members that are kept as they are written. */
export const keptKeywords: readonly string[] = [
  ...leafKeywords,
  'required',
  'dependentRequired',
  'additionalProperties',
  'unevaluatedProperties',
  'guichet',
];

/** Members that hold one sub-schema, by keyword. */
export const singleKeywords: readonly string[] = ['items', 'contains', 'not', 'if', 'then', 'else'];

/** Members that hold a list of sub-schemas, by keyword. */
export const listKeywords: readonly string[] = ['allOf', 'anyOf', 'oneOf'];
