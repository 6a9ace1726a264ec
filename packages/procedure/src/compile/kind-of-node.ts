import { isObject } from '../read/shapes.js';
import type { NodeKind } from './outline.js';
import type { Entry } from './schema/collect-facts.js';
import type { Schema } from './schema/schema.js';

/** What a pointer is, from all its definitions: only a group has a `*` below it. */
export function kindOfNode(entry: Entry): NodeKind {
  if (entry.pointer.endsWith('/*')) return 'row';
  if (entry.children.has('*')) return 'group';
  const isContainer = entry.definitions.some(({ schema }) => isObjectLike(schema));
  return isContainer || entry.children.size > 0 ? 'object' : 'field';
}

function isObjectLike(schema: Schema): boolean {
  if (isObject(schema['properties']) || schema['type'] === 'object') return true;
  return schema['additionalProperties'] === false || schema['unevaluatedProperties'] === false;
}
