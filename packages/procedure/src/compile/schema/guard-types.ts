import { typeOfKeyword } from '../../conditions/type-of-keyword.js';
import { entriesOf, isObject, itemsOf } from '../../read/shapes.js';
import type { Schema } from './schema.js';

/**
 * An `if` whose tests name the type they are about. JSON Schema lets `minimum` hold for a text; a condition does not
 * (rules.md A3), and the second voice has to read the `if` as the interpreter reads the condition.
 */
export function guardTypes(test: unknown): unknown {
  if (!isObject(test)) return test;
  const made: Schema = {};
  for (const [keyword, value] of Object.entries(test)) made[keyword] = inside(keyword, value);
  const needed = new Set(Object.keys(made).map((keyword) => typeOfKeyword.get(keyword)));
  const types = [...needed].filter((type) => type !== undefined && type !== made['type']);
  const [first, ...more] = types.map((type) => ({ type }));
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
