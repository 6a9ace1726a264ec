import { entriesOf, isObject } from '../../read/shapes.js';

/**
 * A schema as Ajv has to be given it: inside `items`, its `contains` does not forget what it found in the row before, so
 * that an empty list passes after a full one. With a bound that no list reaches it counts, and counts anew.
 *
 * @see https://github.com/ajv-validator/ajv/blob/v8.20.0/lib/vocabularies/applicator/contains.ts
 */
export function mendContains(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(mendContains);
  if (!isObject(schema)) return schema;
  const made: [string, unknown][] = [];
  for (const [keyword, value] of Object.entries(schema))
    made.push([keyword, inside(keyword, value)]);
  if (Object.hasOwn(schema, 'contains')) made.push(['maxContains', Number.MAX_SAFE_INTEGER]);
  return Object.fromEntries(made);
}

const holders = ['items', 'contains', 'not', 'if', 'then', 'else', 'allOf', 'anyOf', 'oneOf'];

function inside(keyword: string, value: unknown): unknown {
  if (keyword === 'properties')
    return Object.fromEntries(entriesOf(value).map(([name, one]) => [name, mendContains(one)]));
  return holders.includes(keyword) ? mendContains(value) : value;
}
