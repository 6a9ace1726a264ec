import { type ConditionScope, readCondition } from '../../conditions/read-condition.js';
import { didYouMean } from '../../read/did-you-mean.js';
import { entriesOf, member } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { FlowTarget } from '../../types/plan.js';
import { type AuthoredState, isExit } from './authored-states.js';
import { reportForbidden } from './report-forbidden.js';

/**
 * Where the NEXT of a state leads: targets in order, among the states beside it. Reports `unknown-step`,
 * `flow-no-default`, `flow-dead-target` and `flow-not-allowed`.
 */
export function readNext(
  workspace: Workspace,
  from: AuthoredState,
  scope: ConditionScope,
): string | readonly FlowTarget[] | undefined {
  const on = member(from.state, 'on');
  for (const [event] of entriesOf(on)) {
    if (event !== 'NEXT') reportForbidden(workspace, on, 'events');
  }
  const next = member(on, 'NEXT');
  if (next === undefined) return undefined;
  const candidates = Array.isArray(next) ? (next as unknown[]) : [next];
  const targets: FlowTarget[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const at = Array.isArray(next)
      ? { holder: next, key: String(index) }
      : { holder: on, key: 'NEXT' };
    const target = readTarget(workspace, candidate, at, from, scope);
    if (target) targets.push(target);
    if (target?.guard === undefined && index < candidates.length - 1)
      workspace.report(workspace.placeOf(at.holder, at.key), deadTargets);
  }
  const last = targets.at(-1);
  if (last === undefined) return undefined;
  if (last.guard !== undefined || isExit(from.holder[last.target])) {
    workspace.report(workspace.placeOf(on, 'NEXT'), noDefault);
  }
  return targets.length === 1 && last.guard === undefined ? last.target : targets;
}

function readTarget(
  workspace: Workspace,
  candidate: unknown,
  from: { readonly holder: unknown; readonly key: string },
  { holder: states, name }: AuthoredState,
  scope: ConditionScope,
): FlowTarget | undefined {
  const isPlain = typeof candidate === 'string';
  const target = isPlain ? candidate : member(candidate, 'target');
  const at = isPlain
    ? workspace.placeOf(from.holder, from.key)
    : workspace.placeOf(candidate, 'target');
  if (!isPlain) reportForbidden(workspace, candidate, 'target');
  if (typeof target !== 'string' || !Object.hasOwn(states, target)) {
    workspace.report(at, {
      rule: 'unknown-step',
      message: `NEXT of "${name}" leads to "${String(target)}", which is no step beside it: a person would be stuck here.`,
      fix: `Name one of the steps written beside "${name}"; the last page inside a step goes on with the NEXT of that step.${didYouMean(String(target), Object.keys(states))}`,
    });
    return undefined;
  }
  const guard = member(candidate, 'guard');
  if (guard === undefined) return { target };
  const params = member(guard, 'params');
  if (member(guard, 'type') !== 'when') {
    reportForbidden(workspace, { guard }, 'guard', workspace.placeOf(candidate, 'guard'));
    return undefined;
  }
  const read = readCondition(workspace, params, scope, workspace.placeOf(guard, 'params'));
  return read && { target, guard: { type: 'when', params: read } };
}

const noDefault = {
  rule: 'flow-no-default',
  message: 'When no guard holds, a person has nowhere to go on from this step.',
  fix: 'End the list with a target without guard that is not an exit.',
};
const deadTargets = {
  rule: 'flow-dead-target',
  message:
    'This target has no guard, so it is always taken and nobody ever comes to those after it.',
  fix: 'Give it a guard, or move it to the end of the list.',
};
