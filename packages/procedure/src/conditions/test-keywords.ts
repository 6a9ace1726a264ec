/** What `is` may hold (rules.md A3): a closed list, so that the pointers read are exactly those written. */
export const testKeywords: readonly string[] = [
  'const',
  'enum',
  'type',
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
  'contains',
  'notBefore',
  'notAfter',
  'youngerThan',
  'olderThan',
  'below',
  'atLeast',
  'allOf',
  'anyOf',
  'not',
];

/** Keywords of `is` that need what only a condition has: dated values are not part of a data schema. */
export const valueKeywords: readonly string[] = ['below', 'atLeast'];
