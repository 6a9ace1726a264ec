import type { Workspace } from '../../read/workspace.js';
import type { FlowPlan, FlowState, StepPlan } from '../../types/plan.js';

/** Reports `unreachable-step`, and `no-review` when no review can be reached. */
export function checkReach(
  workspace: Workspace,
  flow: FlowPlan,
  steps: Readonly<Record<string, StepPlan>>,
  states: unknown,
): void {
  const reached = reachedFrom(flow);
  for (const name of Object.keys(flow.states)) {
    if (reached.has(name)) continue;
    workspace.report(workspace.placeOfKey(states, name), {
      rule: 'unreachable-step',
      message: `No way leads to the step "${name}", so its questions are never asked.`,
      fix: 'Lead a NEXT to it, or remove it.',
    });
  }
  if ([...reached].some((name) => steps[name]?.kind === 'review')) return;
  workspace.report(workspace.placeOf(states), {
    rule: 'no-review',
    message: 'No step lets a person check the answers and file.',
    fix: 'Add a step with "meta": { "ask": "review" } at the end.',
  });
}

function reachedFrom(flow: FlowPlan): Set<string> {
  const reached = new Set<string>([flow.initial]);
  for (const name of reached) {
    for (const target of targetsOf(flow.states[name])) reached.add(target);
  }
  return reached;
}

/** Names of the steps that a step may lead to. */
export function targetsOf(state: FlowState | undefined): string[] {
  const next = state?.on?.NEXT;
  if (next === undefined) return [];
  if (typeof next === 'string') return [next];
  return ('target' in next ? [next] : next).map((one) => one.target);
}
