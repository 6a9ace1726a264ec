import type { Condition, FlowState, FlowTarget, FormPlan } from '@guichet/procedure';

/** A page that the walk comes to. */
export interface Stop {
  readonly name: string;
  /** Name of the innermost task list that it is inside of; absent on the way itself. */
  readonly list?: string;
  /** The task of that list. */
  readonly task?: string;
}

/** The pages of a flow from `initial`, `NEXT` by `NEXT`, with the answers that `isTrue` reads. */
export type Walk = () => readonly Stop[];

/** What of a plan says the way. */
export type Flow = Pick<FormPlan, 'flow' | 'steps'>;

/**
 * Prepares the walk of a flow (rules.md A12). The path is never remembered: each call
 * walks it anew. A guard counts only when true.
 *
 * `flow.json` is a plain XState machine, of which an interview may use states, compound ones included,
 * `NEXT` and guards only (`flow-not-allowed`). That much is followed here, in place of a library of
 * 12 kB that every applicant would download; `walk-flow.test.ts` holds it to XState's own transitions.
 * A task list is walked as itself, then each of its tasks in the order written, then its own `NEXT`.
 */
export function walkerOf({ flow, steps }: Flow, isTrue: (guard: Condition) => boolean): Walk {
  const tasksOf = (name: string): readonly string[] | undefined =>
    Object.hasOwn(steps, name) ? steps[name]?.tasks : undefined;
  return () => {
    const stops: Stop[] = [];
    const seen = new Set<string>();
    const run = (from: State | undefined, task: State | undefined, list?: string): void => {
      let at = from && enter(from, tasksOf);
      // A loop in the flow is refused by `check`; here it must not hang the page.
      while (at && !seen.has(at.name)) {
        const here = at;
        seen.add(here.name);
        stops.push({ name: here.name, ...(list && task ? { list, task: task.name } : {}) });
        for (const name of tasksOf(here.name) ?? []) {
          const inner = childOf(here.states, here, name);
          run(inner, inner, here.name);
        }
        at = following(here, task);
        at &&= enter(at, tasksOf);
      }
    };
    run(childOf(flow.states, undefined, flow.initial), undefined);
    return stops;
  };

  /** Where `NEXT` leads: the innermost state that knows a way, up to the task that is being walked. */
  function following(from: State, task: State | undefined): State | undefined {
    for (let at: State | undefined = from; at && at !== task; at = at.parent) {
      const taken = targetsOf(at.state).find(({ guard }) => !guard || isTrue(guard.params));
      if (taken)
        return childOf(at.parent ? at.parent.states : flow.states, at.parent, taken.target);
    }
    return undefined;
  }
}

/** A state, and the compound one around it. */
interface State {
  readonly name: string;
  readonly state: FlowState;
  readonly states: Readonly<Record<string, FlowState>>;
  readonly parent: State | undefined;
}

function childOf(
  states: Readonly<Record<string, FlowState>>,
  parent: State | undefined,
  name: string,
): State | undefined {
  const state = Object.hasOwn(states, name) ? states[name] : undefined;
  return state && { name, state, states: state.states ?? {}, parent };
}

/** The page where a state starts: itself, or the first one inside. */
function enter(from: State, tasksOf: (name: string) => unknown): State | undefined {
  let at: State | undefined = from;
  while (at?.state.initial !== undefined && !tasksOf(at.name))
    at = childOf(at.states, at, at.state.initial);
  return at;
}

/** Where the `NEXT` of a state may lead, in order. */
export function targetsOf({ on }: FlowState): readonly FlowTarget[] {
  const next = on?.NEXT ?? [];
  if (typeof next === 'string') return [{ target: next }];
  return 'target' in next ? [next] : next;
}
