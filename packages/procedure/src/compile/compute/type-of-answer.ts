import { itemsOf } from '../../read/shapes.js';
import type { LeafSchema } from '../../types/field.js';
import type { ValueType } from './compute-scope.js';

/** What an answer of a field is, for those who compute with it. */
export function typeOfAnswer(schema: LeafSchema): ValueType {
  if (schema.format === 'date') return 'day';
  if (schema.format === 'partial-date') return 'partial-date';
  const types = typeof schema.type === 'string' ? [schema.type] : itemsOf(schema.type).map(String);
  const [only] = types;
  if (types.length > 1) return 'nothing-known';
  if (only !== undefined) return ofType[only] ?? 'nothing-known';
  return typeOfOptions(schema);
}

const ofType: Readonly<Record<string, ValueType>> = {
  integer: 'integer',
  number: 'number',
  string: 'text',
  boolean: 'yes-no',
  array: 'list',
};

function typeOfOptions(schema: LeafSchema): ValueType {
  const options = 'const' in schema ? [schema.const] : (schema.enum ?? []);
  if (schema.items) return 'list';
  if (options.length === 0) return 'text';
  if (options.every((option) => Number.isInteger(option))) return 'integer';
  if (options.every((option) => typeof option === 'number')) return 'number';
  if (options.every((option) => typeof option === 'boolean')) return 'yes-no';
  return options.every((option) => typeof option === 'string') ? 'text' : 'nothing-known';
}

/** Whether a field that takes `wanted` takes a value of `found`. */
export function takes(wanted: ValueType, found: ValueType): boolean {
  if (wanted === found || wanted === 'nothing-known' || found === 'nothing-known') return true;
  if (wanted === 'number') return found === 'integer';
  // Every day is a partial date, and a day is written as a text.
  if (wanted === 'partial-date') return found === 'day';
  return wanted === 'text' && (found === 'day' || found === 'partial-date');
}
