import { isObject, itemsOf } from '../../read/shapes.js';
import type { Schema } from './schema.js';

const momentKeywords: readonly string[] = ['notBefore', 'notAfter'];

/**
 * A leaf's assertions with `"./name"` in moments made absolute: relative to the object that holds the field,
 * so that a shared block can compare its own dates wherever it is mounted. A copy; the given one is not touched.
 */
export function resolveMoments(schema: Schema, holder: string): Schema {
  const made: Schema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (momentKeywords.includes(keyword)) made[keyword] = resolveMoment(value, holder);
    else if (keyword === 'anyOf' || keyword === 'allOf') {
      made[keyword] = itemsOf(value).map((item) =>
        isObject(item) ? resolveMoments(item as Schema, holder) : item,
      );
    } else if (keyword === 'not' && isObject(value)) {
      made[keyword] = resolveMoments(value as Schema, holder);
    } else made[keyword] = value;
  }
  return made;
}

function resolveMoment(value: unknown, holder: string): unknown {
  if (!isObject(value) || typeof value['from'] !== 'string') return value;
  const from = value['from'];
  return from.startsWith('./') ? { ...value, from: `${holder}/${from.slice(2)}` } : value;
}
