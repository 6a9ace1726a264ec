import { member } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';

/** Words of the language that nothing acts on yet, by where they stand. */
const inProcedure: readonly string[] = ['validUntil'];

/** Reports `not-run-yet`: what an author may write already and this version would pass over in silence. */
export function checkNotRun(workspace: Workspace): void {
  const procedure = workspace.read(`${workspace.id}/procedure.json`);
  reportKeys(workspace, procedure, inProcedure);
}

function reportKeys(workspace: Workspace, holder: unknown, keys: readonly string[]): void {
  for (const key of keys) {
    if (member(holder, key) === undefined) continue;
    workspace.report(workspace.placeOfKey(holder, key), {
      rule: 'not-run-yet',
      severity: 'warning',
      message: `"${key}" belongs to the language, but this version of Guichet does nothing with it.`,
      fix: 'Do not rely on it yet.',
    });
  }
}
