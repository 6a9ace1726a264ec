import type { Condition, FlowPlan } from '@guichet/procedure';
import { createMachine, initialTransition, transition, type AnyMachineSnapshot } from 'xstate';

/** The states of a flow from `initial`, `NEXT` by `NEXT`, with the answers that `isTrue` reads. */
export type Walk = () => readonly string[];

/**
 * Prepares the walk of a flow (rules.md A12). The path is never remembered: each call
 * walks it anew. A guard counts only when true. XState's pure functions do it, so no
 * actor is started and no timer runs.
 */
export function walkerOf(flow: FlowPlan, isTrue: (guard: Condition) => boolean): Walk {
  const machine = createMachine(flow as never).provide({
    guards: { when: (_: unknown, guard: unknown) => isTrue(guard as Condition) },
  } as never);
  return () => {
    let snapshot: AnyMachineSnapshot = initialTransition(machine)[0];
    const path = [nameOf(snapshot.value)];
    for (;;) {
      snapshot = transition(machine, snapshot as never, { type: 'NEXT' } as never)[0];
      const name = nameOf(snapshot.value);
      // A loop in the flow is refused by `check`; here it must not hang the page.
      if (path.includes(name)) return path;
      path.push(name);
    }
  };
}

/** A step of a compound state is named by its path, dotted. */
function nameOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const [name, inner] = Object.entries(value as object)[0] ?? ['', ''];
  return `${name}.${nameOf(inner)}`;
}
