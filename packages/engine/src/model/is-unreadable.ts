import type { LeafSchema } from '@guichet/procedure';
import { checkFormat } from '@guichet/procedure';
import { type as hasType } from '../keywords/type.js';
import type { KeywordContext } from '../keywords/keyword.js';

const nowhere = {} as KeywordContext;

/** Whether a value has the wrong `type` or `format`: conditions on it are then unknown (rules.md A2.3). */
export function isUnreadable(schema: LeafSchema, value: unknown): boolean {
  if (schema.type !== undefined && hasType(value, schema.type, nowhere) === 'false') return true;
  if (
    schema.format !== undefined &&
    typeof value === 'string' &&
    !checkFormat(schema.format, value)
  )
    return true;
  if (schema.allOf?.some((part) => isUnreadable(part, value))) return true;
  const { items } = schema;
  return (
    items !== undefined && Array.isArray(value) && value.some((one) => isUnreadable(items, one))
  );
}
