import type { Condition, FlowPlan, FlowTarget } from '@guichet/procedure';

/** The states of a flow from `initial`, `NEXT` by `NEXT`, with the answers that `isTrue` reads. */
export type Walk = () => readonly string[];

/**
 * Prepares the walk of a flow (rules.md A12). The path is never remembered: each call
 * walks it anew. A guard counts only when true.
 *
 * `flow.json` is a plain XState machine, of which an interview may use flat states, `NEXT` and
 * guards only (`flow-not-allowed`). That much is followed here, in place of a library of 12 kB that
 * every applicant would download; `walk-flow.test.ts` holds it to XState's own transitions.
 */
export function walkerOf(flow: FlowPlan, isTrue: (guard: Condition) => boolean): Walk {
  return () => {
    const path = [flow.initial];
    for (;;) {
      const next = targetsOf(flow, path.at(-1) ?? '').find(
        ({ guard }) => guard === undefined || isTrue(guard.params),
      );
      // A loop in the flow is refused by `check`; here it must not hang the page.
      if (next === undefined || path.includes(next.target)) return path;
      path.push(next.target);
    }
  };
}

function targetsOf({ states }: FlowPlan, name: string): readonly FlowTarget[] {
  const next = (Object.hasOwn(states, name) ? states[name] : undefined)?.on?.NEXT ?? [];
  if (typeof next === 'string') return [{ target: next }];
  return 'target' in next ? [next] : next;
}
