import { entriesOf, isObject, itemsOf, member } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';

/** Words of the language that nothing acts on yet, by where they stand. */
const inProcedure: readonly string[] = ['validUntil'];
const inGuichet: readonly string[] = ['oneOfThese'];

/** Reports `not-run-yet`: what an author may write already and this version would pass over in silence. */
export function checkNotRun(workspace: Workspace): void {
  const procedure = workspace.read(`${workspace.id}/procedure.json`);
  reportKeys(workspace, procedure, inProcedure);
  const states = member(workspace.read(`${workspace.id}/flow.json`), 'states');
  for (const [, state] of entriesOf(states)) {
    reportKeys(workspace, member(state, 'meta'), ['sections']);
  }
  visit(workspace, workspace.read(`${workspace.id}/data.schema.json`));
}

function visit(workspace: Workspace, value: unknown): void {
  for (const item of itemsOf(value)) visit(workspace, item);
  if (!isObject(value)) return;
  const guichet = value['guichet'];
  reportKeys(workspace, guichet, inGuichet);
  for (const inner of Object.values(value)) visit(workspace, inner);
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
