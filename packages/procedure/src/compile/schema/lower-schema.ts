import { isObject, itemsOf } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import { lowerDependentRequired } from './lower-dependent-required.js';
import { type Forbidding, lowerOneOf } from './lower-one-of.js';
import { lowerOneOfThese } from './lower-one-of-these.js';
import type { Schema } from './schema.js';

/**
 * Lowers every `oneOf`, `dependentRequired` and `guichet.oneOfThese` of an inlined schema to `if`/`then`, in place; says which `false`
 * properties it made itself.
 */
export function lowerSchema(workspace: Workspace, schema: Schema): Forbidding {
  const forbidding: Forbidding = new WeakSet();
  visit(workspace, schema, forbidding);
  return forbidding;
}

function visit(workspace: Workspace, schema: unknown, forbidding: Forbidding): void {
  if (!isObject(schema)) return;
  lowerDependentRequired(workspace, schema as Schema);
  lowerOneOfThese(workspace, schema as Schema);
  lowerOneOf(workspace, schema as Schema, forbidding);
  const parts = [schema['items'], schema['then'], schema['else'], ...itemsOf(schema['allOf'])];
  if (isObject(schema['properties'])) parts.push(...Object.values(schema['properties']));
  for (const part of parts) visit(workspace, part, forbidding);
}
