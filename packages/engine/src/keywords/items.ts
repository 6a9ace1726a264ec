import type { LeafSchema } from '@guichet/procedure';
import { every } from '../verdict.js';
import type { Keyword } from './keyword.js';

/** `items`: every element satisfies. */
export const items: Keyword = (value, schema, { holds }) =>
  Array.isArray(value) ? every(value, (one) => holds(schema as LeafSchema, one)) : undefined;
