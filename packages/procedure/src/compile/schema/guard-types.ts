import { entriesOf, isObject, itemsOf } from '../../read/shapes.js';
import type { Schema } from './schema.js';

const typeOf: Readonly<Record<string, string>> = {
  minimum: 'number',
  maximum: 'number',
  exclusiveMinimum: 'number',
  exclusiveMaximum: 'number',
  multipleOf: 'number',
  minLength: 'string',
  maxLength: 'string',
  pattern: 'string',
  format: 'string',
  notBefore: 'string',
  notAfter: 'string',
  youngerThan: 'string',
  olderThan: 'string',
  minItems: 'array',
  maxItems: 'array',
  contains: 'array',
};

/**
 * An `if` whose tests name the type they are about. JSON Schema lets `minimum` hold for a text; a condition does not
 * (rules.md A3), and the second voice has to read the `if` as the interpreter reads the condition.
 */
export function guardTypes(test: unknown): unknown {
  if (!isObject(test)) return test;
  const made: Schema = {};
  for (const [keyword, value] of Object.entries(test)) made[keyword] = inside(keyword, value);
  const needed = new Set(Object.keys(made).flatMap((keyword) => own(typeOf, keyword)));
  needed.delete(String(made['type']));
  const [first, ...more] = [...needed].map((type) => ({ type }));
  if (!first) return made;
  if (made['type'] === undefined && more.length === 0) return { ...first, ...made };
  return { ...made, allOf: [...itemsOf(made['allOf']), first, ...more] };
}

function inside(keyword: string, value: unknown): unknown {
  if (keyword === 'not' || keyword === 'contains') return guardTypes(value);
  if (keyword === 'allOf' || keyword === 'anyOf') return itemsOf(value).map(guardTypes);
  if (keyword !== 'properties') return value;
  return Object.fromEntries(
    entriesOf(value).map(([name, property]) => [name, guardTypes(property)]),
  );
}

function own(table: Readonly<Record<string, string>>, keyword: string): string[] {
  const found = Object.hasOwn(table, keyword) ? table[keyword] : undefined;
  return found === undefined ? [] : [found];
}
