import { type ConditionScope, readCondition } from '../../conditions/read-condition.js';
import { didYouMean } from '../../read/did-you-mean.js';
import { entriesOf, isObject, type Json, member } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { FlowPlan, FlowState, FlowTarget } from '../../types/plan.js';

/**
 * The interview's machine, without `meta` (rules.md A12). Reports `bad-initial`, `unknown-step`,
 * `flow-no-default`, `flow-not-allowed`; reachability is `checkReach`'s.
 */
export function buildFlow(workspace: Workspace, source: Json, scope: ConditionScope): FlowPlan {
  const states: Record<string, FlowState> = {};
  const authored = isObject(source['states']) ? source['states'] : {};
  for (const [name, state] of entriesOf(authored)) {
    reportForbidden(workspace, state, allowedInState);
    const next = member(member(state, 'on'), 'NEXT');
    reportEvents(workspace, state);
    const row = member(member(state, 'meta'), 'each');
    const own = typeof row === 'string' ? { ...scope, row: `${row}/*` } : scope;
    const read = next === undefined ? undefined : readNext(workspace, state, next, authored, own);
    states[name] = read === undefined ? {} : { on: { NEXT: read } };
  }
  reportForbidden(workspace, source, allowedInFlow);
  return { id: workspace.id, initial: readInitial(workspace, source, authored), states };
}

const allowedInFlow: readonly string[] = ['id', 'initial', 'states', 'description', '$schema'];
const allowedInState: readonly string[] = ['on', 'meta', 'description'];

function readInitial(workspace: Workspace, source: Json, states: Json): string {
  const initial = String(source['initial'] ?? '');
  if (Object.hasOwn(states, initial)) return initial;
  workspace.report(workspace.placeOf(source, 'initial'), {
    rule: 'bad-initial',
    message: `The interview starts at "${initial}", which is no step: nobody could begin.`,
    fix: `Name a step of "states".${didYouMean(initial, Object.keys(states))}`,
  });
  return Object.keys(states)[0] ?? initial;
}

function readNext(
  workspace: Workspace,
  state: unknown,
  next: unknown,
  states: Json,
  scope: ConditionScope,
): string | readonly FlowTarget[] | undefined {
  const on = member(state, 'on');
  const candidates = Array.isArray(next) ? (next as unknown[]) : [next];
  const targets: FlowTarget[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const holder = Array.isArray(next) ? next : on;
    const key = Array.isArray(next) ? String(index) : 'NEXT';
    const target = readTarget(workspace, candidate, { holder, key }, states, scope);
    if (target) targets.push(target);
  }
  const last = targets.at(-1);
  if (last === undefined) return undefined;
  if (last.guard !== undefined || isExit(states[last.target])) {
    workspace.report(workspace.placeOf(on, 'NEXT'), noDefault);
  }
  return targets.length === 1 && last.guard === undefined ? last.target : targets;
}

function readTarget(
  workspace: Workspace,
  candidate: unknown,
  from: { holder: unknown; key: string },
  states: Json,
  scope: ConditionScope,
): FlowTarget | undefined {
  const isPlain = typeof candidate === 'string';
  const target = isPlain ? candidate : member(candidate, 'target');
  const at = isPlain
    ? workspace.placeOf(from.holder, from.key)
    : workspace.placeOf(candidate, 'target');
  if (typeof target !== 'string' || !Object.hasOwn(states, target)) {
    workspace.report(at, {
      rule: 'unknown-step',
      message: `NEXT leads to "${String(target)}", which is no step: a person would be stuck here.`,
      fix: `Name a step of "states".${didYouMean(String(target), Object.keys(states))}`,
    });
    return undefined;
  }
  const guard = member(candidate, 'guard');
  if (guard === undefined) return { target };
  const params = member(guard, 'params');
  if (member(guard, 'type') !== 'when') {
    workspace.report(workspace.placeOf(candidate, 'guard'), notAllowed('This guard'));
    return undefined;
  }
  const read = readCondition(workspace, params, scope, workspace.placeOf(guard, 'params'));
  return read && { target, guard: { type: 'when', params: read } };
}

/** Whether a step tells a person that this procedure is not theirs. */
export function isExit(state: unknown): boolean {
  return isObject(member(member(state, 'meta'), 'exit'));
}

function reportForbidden(workspace: Workspace, holder: unknown, allowed: readonly string[]): void {
  for (const [key] of entriesOf(holder)) {
    if (!allowed.includes(key)) {
      workspace.report(workspace.placeOfKey(holder, key), notAllowed(`"${key}"`));
    }
  }
}

function reportEvents(workspace: Workspace, state: unknown): void {
  const on = member(state, 'on');
  for (const [event] of entriesOf(on)) {
    if (event !== 'NEXT')
      workspace.report(workspace.placeOfKey(on, event), notAllowed(`"${event}"`));
  }
}

const notAllowed = (what: string) => ({
  rule: 'flow-not-allowed',
  message: `${what} has no place in an interview: going back, jumps and saving are the engine's, so that they never fail a person.`,
  fix: 'Keep to "initial", "states", "meta", and "on": { "NEXT": … } with guards of type "when".',
});
const noDefault = {
  rule: 'flow-no-default',
  message: 'When no guard holds, a person has nowhere to go on from this step.',
  fix: 'End the list with a target without guard that is not an exit.',
};
