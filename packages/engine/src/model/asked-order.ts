import type { FlowState, FormPlan, Pointer } from '@guichet/procedure';
import { targetsOf } from '../flow/walk-flow.js';

/**
 * Patterns of the fields and groups outside rows, in the order that the pages ask them: a plan is served with
 * sorted keys, so only its flow tells. What no page asks comes last.
 */
export function askedOrder(plan: FormPlan): readonly Pointer[] {
  const asked = stepsInOrder(plan).flatMap((name) => {
    const step = Object.hasOwn(plan.steps, name) ? plan.steps[name] : undefined;
    const items = (step?.sections ?? []).flatMap((section) => section.items);
    return step?.each === undefined ? items : [step.each];
  });
  const all = [...asked, ...Object.keys(plan.fields), ...Object.keys(plan.groups)];
  return [...new Set(all)].filter((pattern) => !pattern.includes('/*'));
}

/** Each step before those it leads to; of a fork, the first way first; a compound state is what is inside it. */
function stepsInOrder({ flow, steps }: FormPlan): readonly string[] {
  const inside = (states: States, starts: readonly string[]): string[] =>
    inOrder(states, starts).flatMap((name) => {
      const { states: inner = {}, initial } = states[name] ?? {};
      const tasks = Object.hasOwn(steps, name) ? steps[name]?.tasks : undefined;
      return [name, ...inside(inner, tasks ?? (initial === undefined ? [] : [initial]))];
    });
  return inside(flow.states, [flow.initial]);
}

type States = Readonly<Record<string, FlowState>>;

function inOrder(states: States, starts: readonly string[]): string[] {
  const visited = new Set<string>();
  const last: string[] = [];
  const visit = (name: string): void => {
    if (visited.has(name) || !Object.hasOwn(states, name)) return;
    visited.add(name);
    for (const { target } of [...targetsOf(states[name] ?? {})].reverse()) visit(target);
    last.push(name);
  };
  for (const name of [...starts].reverse()) visit(name);
  return last.reverse();
}
