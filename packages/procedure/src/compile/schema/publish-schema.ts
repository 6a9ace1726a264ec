import { isObject, itemsOf } from '../../read/shapes.js';
import { resolveMoments } from './moments.js';
import type { Schema } from './schema.js';

const rowId = { type: 'string', maxLength: 10 };

/**
 * The lowered schema as Ajv validates it and as it is published: annotations removed, moments absolute,
 * `_row` admitted in each row, nothing shared between two places.
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
  return made;
}

function publishKeyword(keyword: string, value: unknown, pointer: string): unknown {
  if (keyword === 'properties') return publishProperties(value, pointer);
  if (keyword === 'items') return publishItems(value, pointer);
  if (['if', 'then', 'else', 'not', 'contains'].includes(keyword)) {
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
  if (!isObject(items) || !isObject(items['properties'])) return items;
  return { ...items, properties: { _row: rowId, ...items['properties'] } };
}
