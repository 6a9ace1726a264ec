import { entriesOf, itemsOf, textsOf } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { Schema } from './schema.js';

/**
 * Turns `dependentRequired`, in place, into one `if`/`then` a trigger, which JSON Schema holds for the same
 * (§6.5.4): what is required while a question is answered. A marked answer is not given, so it triggers nothing.
 */
export function lowerDependentRequired(workspace: Workspace, schema: Schema): void {
  const dependent = schema['dependentRequired'];
  const lowered = entriesOf(dependent)
    .filter(([, names]) => textsOf(names).length > 0)
    .map(([trigger, names]) => lower(workspace, dependent as object, trigger, textsOf(names)));
  delete schema['dependentRequired'];
  if (lowered.length > 0) schema['allOf'] = [...itemsOf(schema['allOf']), ...lowered];
}

function lower(
  workspace: Workspace,
  dependent: object,
  trigger: string,
  names: readonly string[],
): Schema {
  const made = { if: { required: [trigger] }, then: { required: [...new Set(names)] } };
  const at = workspace.placeOfKey(dependent, trigger);
  const spot = workspace.originOf(dependent)?.members.get(trigger);
  const members = new Map(spot ? [['required', spot]] : []);
  for (const part of [made, made.if, made.then]) {
    workspace.setOrigin(part, at.file, at.offset, members);
  }
  return made;
}
