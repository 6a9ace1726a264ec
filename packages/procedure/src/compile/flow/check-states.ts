import { member } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import {
  type AuthoredState,
  authoredStates,
  isCompound,
  isExit,
  isTaskList,
} from './authored-states.js';

/**
 * What a state is called and where it stands. Reports `step-name`, `duplicate-step`,
 * `any-order-misplaced`, `task-with-next` and `exit-unguarded`.
 */
export function checkStates(workspace: Workspace, flow: unknown): void {
  const seen = new Set<string>();
  for (const one of authoredStates(flow)) {
    const at = workspace.placeOfKey(one.holder, one.name);
    if (!isName(one.name)) workspace.report(at, badName(one.name));
    if (seen.has(one.name)) workspace.report(at, duplicate(one.name));
    seen.add(one.name);
    checkList(workspace, one);
    if (isTaskList(one.parent?.state)) checkTask(workspace, one);
  }
}

function checkList(workspace: Workspace, { name, state }: AuthoredState): void {
  const meta = member(state, 'meta');
  if (member(meta, 'sections') === undefined) return;
  if (!isCompound(state)) workspace.report(workspace.placeOfKey(meta, 'sections'), misplaced(name));
}

function checkTask(workspace: Workspace, { name, state, holder, parent }: AuthoredState): void {
  const on = member(state, 'on');
  if (member(on, 'NEXT') !== undefined)
    workspace.report(workspace.placeOf(on, 'NEXT'), leads(name, parent?.name ?? ''));
  if (isExit(state)) workspace.report(workspace.placeOfKey(holder, name), exitAsTask(name));
}

/** Names are keys of texts and part of links; XState gives `.` and `#` a meaning, a page of a row has a `:`. */
function isName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name) && !(name in Object.prototype);
}

const badName = (name: string) => ({
  rule: 'step-name',
  message: `"${name}" cannot name a step: links, texts and drafts could not tell it from something else.`,
  fix: 'Write a letter, then letters, digits, "-" or "_", 64 at most, and no word that objects of JavaScript know.',
});
const duplicate = (name: string) => ({
  rule: 'duplicate-step',
  message: `Two steps are called "${name}": texts and links name a step by its name alone, so one would be shown for the other.`,
  fix: 'Give one of them another name, in all of flow.json and in the texts.',
});
const misplaced = (name: string) => ({
  rule: 'any-order-misplaced',
  message: `"${name}" is a single page, so there is nothing in it to do in any order.`,
  fix: 'Write the pages inside it ("initial" and "states"), or remove "sections".',
});
const leads = (name: string, list: string) => ({
  rule: 'task-with-next',
  message: `"${name}" is a task of the list "${list}": its end leads back to the list, so this NEXT is never taken.`,
  fix: `Remove it; what follows the whole list is the NEXT of "${list}".`,
});
const exitAsTask = (name: string) => ({
  rule: 'exit-unguarded',
  message: `The exit "${name}" is a task of a list, so everybody is told that the procedure is not theirs.`,
  fix: 'Put it inside a task, behind a NEXT with a guard, or after the list.',
});
