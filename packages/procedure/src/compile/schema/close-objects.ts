import { entriesOf, isObject, itemsOf } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { Entry } from './collect-facts.js';
import type { Schema } from './schema.js';

/**
 * What a closed schema forbids: each question of its object that it does not see. `additionalProperties: false` sees
 * the `properties` beside it, `unevaluatedProperties: false` its blocks and branches too (JSON Schema §10.3.2.3, §11.3);
 * neither sees what is beside the part of an `allOf` that it stands in. In a branch the question is inactive while the
 * branch is taken. Outside of one it could never be answered: reports `closed-object`.
 */
export function closeObjects(workspace: Workspace, entry: Entry): void {
  for (const { schema, when } of entry.definitions) {
    const seen = seenBy(schema);
    if (!seen) continue;
    for (const [name, child] of entry.children) {
      if (child.definitions.length === 0 || seen.has(name)) continue;
      if (when === undefined) reportClosed(workspace, schema, name);
      else child.forbidden.push(when);
    }
  }
  for (const child of entry.children.values()) closeObjects(workspace, child);
}

/** Reports `closed-object` for what stands beside a `$ref` and the block forbids, or the reverse. */
export function closeBlock(workspace: Workspace, block: Schema, own: Schema): void {
  const seenByBlock = seenBy(block);
  const seenHere = own['unevaluatedProperties'] === false ? undefined : seenBy(own);
  for (const name of seenByBlock ? namesIn(own) : []) {
    if (!seenByBlock?.has(name)) reportClosed(workspace, block, name);
  }
  for (const name of seenHere ? namesIn(block) : []) {
    if (!seenHere?.has(name)) reportClosed(workspace, own, name);
  }
}

function reportClosed(workspace: Workspace, closed: Schema, name: string): void {
  const isLexical = closed['additionalProperties'] === false;
  const keyword = isLexical ? 'additionalProperties' : 'unevaluatedProperties';
  workspace.report(workspace.placeOfKey(closed, keyword), {
    rule: 'closed-object',
    message: `This forbids "${name}", which is asked beside it: whatever a person answers there would be refused.`,
    fix: isLexical
      ? 'Write "unevaluatedProperties": false, which knows the names of blocks and branches.'
      : 'Write it beside the "$ref" or the "allOf", where every name is known.',
  });
}

/** The names that a closed schema admits; `undefined` when it is open. */
function seenBy(schema: Schema): ReadonlySet<string> | undefined {
  if (schema['additionalProperties'] === false) {
    return new Set(entriesOf(schema['properties']).map(([name]) => name));
  }
  return schema['unevaluatedProperties'] === false ? namesIn(schema) : undefined;
}

function namesIn(schema: Schema): ReadonlySet<string> {
  const names = new Set(entriesOf(schema['properties']).map(([name]) => name));
  const parts = [schema['then'], schema['else'], schema['if'], ...itemsOf(schema['allOf'])];
  for (const part of [...parts, ...itemsOf(schema['oneOf'])]) {
    if (isObject(part)) for (const name of namesIn(part as Schema)) names.add(name);
  }
  return names;
}
