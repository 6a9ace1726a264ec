import type { ConditionScope } from '../../conditions/read-condition.js';
import { didYouMean } from '../../read/did-you-mean.js';
import { entriesOf, isObject, type Json, member } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import type { FlowPlan, FlowState } from '../../types/plan.js';
import { type AuthoredState, isCompound, isExit } from './authored-states.js';
import { checkStates } from './check-states.js';
import { readNext } from './read-next.js';
import { reportForbidden } from './report-forbidden.js';

/**
 * The interview's machine, without `meta` (rules.md A12). Reports `bad-initial`, `exit-unguarded`,
 * what `readNext` and `checkStates` report, and `flow-not-allowed`; reachability is `checkReach`'s.
 */
export function buildFlow(workspace: Workspace, source: Json, scope: ConditionScope): FlowPlan {
  reportForbidden(workspace, source, 'flow');
  checkStates(workspace, source);
  return {
    id: workspace.id,
    initial: readInitial(workspace, source, undefined),
    states: buildStates(workspace, source, scope, undefined),
  };
}

function buildStates(
  workspace: Workspace,
  around: unknown,
  scope: ConditionScope,
  parent: AuthoredState | undefined,
): Record<string, FlowState> {
  const holder = member(around, 'states');
  if (!isObject(holder)) return {};
  return Object.fromEntries(
    entriesOf(holder).map(([name, state]) => {
      const here = { name, state, holder, parent };
      reportForbidden(workspace, state, isCompound(state) ? 'compound' : 'page');
      const next = readNext(workspace, here, scope);
      return [
        name,
        {
          ...(isCompound(state)
            ? {
                initial: readInitial(workspace, state as Json, here),
                states: buildStates(workspace, state, scope, here),
              }
            : {}),
          ...(next === undefined ? {} : { on: { NEXT: next } }),
        },
      ];
    }),
  );
}

function readInitial(
  workspace: Workspace,
  source: Json,
  compound: AuthoredState | undefined,
): string {
  const states = isObject(source['states']) ? source['states'] : {};
  const authored = source['initial'];
  const initial = typeof authored === 'string' ? authored : '';
  if (Object.hasOwn(states, initial)) {
    if (isExit(states[initial])) workspace.report(workspace.placeOf(source, 'initial'), exitFirst);
    return initial;
  }
  const what = compound === undefined ? 'The interview' : `"${compound.name}"`;
  workspace.report(workspace.placeOf(source, 'initial'), {
    rule: 'bad-initial',
    message:
      authored === undefined
        ? `${what} does not say where it starts: nobody could begin it.`
        : `${what} starts at "${initial}", which is no step of it: nobody could begin.`,
    fix: `Write "initial", the name of one of its "states".${didYouMean(initial, Object.keys(states))}`,
  });
  return Object.keys(states)[0] ?? initial;
}

const exitFirst = {
  rule: 'exit-unguarded',
  message: 'This starts with an exit, so everybody is told that the procedure is not theirs.',
  fix: 'Start with a page that asks, and lead to the exit by a NEXT with a guard.',
};
