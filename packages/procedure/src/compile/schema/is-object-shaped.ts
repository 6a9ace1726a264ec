import { isObject, itemsOf, type Json } from '../../read/shapes.js';

/** Whether a lowered schema speaks of an object of questions, itself or in one of its parts, and not of one value. */
export function isObjectShaped(schema: unknown): schema is Json {
  if (!isObject(schema)) return false;
  if (isObject(schema['properties']) || schema['type'] === 'object') return true;
  if (Array.isArray(schema['required'])) return true;
  const parts = [...itemsOf(schema['allOf']), schema['then'], schema['else']];
  return parts.some(isObjectShaped);
}
