import { resolvePath } from '../../read/resolve-path.js';
import { lookUp } from '../../read/resolve-uses.js';
import { isObject, member } from '../../read/shapes.js';
import type { Place, Workspace } from '../../read/workspace.js';

/** Where a question is written: followed through `properties`, `items` and `$ref` as far as they lead. */
export function placeOfQuestion(workspace: Workspace, pointer: string): Place {
  let holder = follow(workspace, workspace.read(`${workspace.id}/data.schema.json`));
  let place = workspace.placeOf(holder);
  for (const segment of pointer.split('/').slice(1)) {
    const next =
      segment === '*' ? member(holder, 'items') : member(member(holder, 'properties'), segment);
    if (!isObject(next)) return place;
    place = workspace.placeOf(next);
    holder = follow(workspace, next);
  }
  return place;
}

/** The block that a `$ref` names, some steps deep. */
function follow(workspace: Workspace, schema: unknown): unknown {
  let found = schema;
  for (let step = 0; step < 8; step++) {
    const reference = member(found, '$ref');
    if (typeof reference !== 'string') return found;
    const target = resolvePath(workspace.placeOf(found).file, reference);
    const block = target && lookUp(workspace.read(target.file), target.pointer);
    if (!isObject(block)) return found;
    found = block;
  }
  return found;
}
