import { isObject, itemsOf, type Json } from '../../read/shapes.js';
import { guardTypes } from './guard-types.js';
import { isObjectShaped } from './is-object-shaped.js';
import { resolveMoments } from './moments.js';
import type { Schema } from './schema.js';

const rowId = { type: 'string', maxLength: 10 };

/**
 * The lowered schema as Ajv validates it and as it is published: annotations removed, moments absolute,
 * `_row` admitted in each row, tests of an `if` held to the type they are about, nothing shared between two places.
 *
 * @param pointer pattern pointer of the value that the schema speaks of
 */
export function publishSchema(schema: unknown, pointer = ''): unknown {
  if (!isObject(schema)) return schema;
  const holder = pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
  const made: Schema = {};
  for (const [keyword, value] of Object.entries(resolveMoments(schema as Schema, holder))) {
    if (keyword !== 'guichet') made[keyword] = publishKeyword(keyword, value, pointer);
  }
  return pointer.endsWith('/*') && isClosed(made) ? withRowId(made) : made;
}

function publishKeyword(keyword: string, value: unknown, pointer: string): unknown {
  if (keyword === 'properties') return publishProperties(value, pointer);
  if (keyword === 'items') return publishItems(value, pointer);
  if (keyword === 'if') return guardTypes(publishSchema(value, pointer));
  if (['then', 'else', 'not', 'contains'].includes(keyword)) {
    return publishSchema(value, pointer);
  }
  if (['allOf', 'anyOf'].includes(keyword)) {
    return itemsOf(value).map((item) => publishSchema(item, pointer));
  }
  return value;
}

function publishProperties(value: unknown, pointer: string): unknown {
  const made: Schema = {};
  for (const [name, property] of Object.entries(isObject(value) ? value : {})) {
    made[name] = publishSchema(property, `${pointer}/${name}`);
  }
  return made;
}

function publishItems(value: unknown, pointer: string): unknown {
  const items = publishSchema(value, `${pointer}/*`);
  return isObjectShaped(value) && isObject(items) ? withRowId(items) : items;
}

function isClosed(schema: Schema): boolean {
  return schema['additionalProperties'] === false || schema['unevaluatedProperties'] === false;
}

/** A row's id is no answer: a schema that admits no other name admits it. */
function withRowId(schema: Json): Json {
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  return { ...schema, properties: { _row: rowId, ...properties } };
}
