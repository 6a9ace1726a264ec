import type { FlowTarget, FormPlan, Pointer } from '@guichet/procedure';

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

/** Each step before those it leads to; of a fork, the first way first. */
function stepsInOrder(plan: FormPlan): readonly string[] {
  const { states, initial } = plan.flow;
  const visited = new Set<string>();
  const last: string[] = [];
  const visit = (name: string): void => {
    if (visited.has(name) || !Object.hasOwn(states, name)) return;
    visited.add(name);
    for (const target of targetsOf(states[name]?.on?.NEXT).reverse()) visit(target);
    last.push(name);
  };
  visit(initial);
  return last.reverse();
}

function targetsOf(next: string | FlowTarget | readonly FlowTarget[] | undefined): string[] {
  if (next === undefined) return [];
  if (typeof next === 'string') return [next];
  return ('target' in next ? [next] : next).map(({ target }) => target);
}
