import { authoredStates } from '../../compile/flow/authored-states.js';
import { pageWays } from '../../compile/flow/page-ways.js';
import type { Workspace } from '../../read/workspace.js';
import { didYouMean } from '../../read/did-you-mean.js';
import type { Plan } from '../../types/plan.js';
import { placeOfQuestion } from './place-of-question.js';

/**
 * R13: filing stops only for the closed list, or for a rule whose block has a source. So `blocks` and
 * `mustKnow` name a source that exists, and an exit can always be left to go on.
 */
export function checkBlocks(workspace: Workspace, plan: Plan): void {
  const sources = new Set(Object.keys(plan.sources));
  for (const [pointer, field] of Object.entries(plan.fields)) {
    for (const key of ['blocks', 'mustKnow'] as const) {
      const name = field[key];
      if (name !== undefined && !sources.has(name)) report(workspace, pointer, key, name, sources);
    }
  }
  checkExits(workspace, plan);
}

function report(
  workspace: Workspace,
  pointer: string,
  key: string,
  name: unknown,
  sources: ReadonlySet<string>,
): void {
  workspace.report(placeOfQuestion(workspace, pointer), {
    rule: 'R13',
    message: `"${key}" of "${pointer}" stops a person's filing and names no source that allows it.`,
    fix: `Name one of "sources" in procedure.json, or remove "${key}".${didYouMean(String(name), sources)}`,
  });
}

function checkExits(workspace: Workspace, plan: Plan): void {
  if (plan.guide === true) return;
  const ways = pageWays(plan.flow, plan.steps);
  for (const { name, holder } of authoredStates(workspace.read(`${workspace.id}/flow.json`))) {
    const isExit = Object.hasOwn(plan.steps, name) && plan.steps[name]?.kind === 'exit';
    if (!isExit || ways.inTask.has(name) || (ways.to.get(name) ?? []).length > 0) continue;
    workspace.report(workspace.placeOfKey(holder, name), {
      rule: 'R13',
      message: `The exit "${name}" cannot be left to go on: it would stop a person from filing.`,
      fix: 'Give it "on": { "NEXT": … }.',
    });
  }
}
