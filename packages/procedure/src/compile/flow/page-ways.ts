import type { FlowPlan, FlowState, FlowTarget, StepPlan } from '../../types/plan.js';

/** The pages of a flow, and where each may lead. */
export interface PageWays {
  readonly initial: string | undefined;
  /** Page → pages that its NEXT may lead to; from a task list, the first page of each task too. */
  readonly to: ReadonlyMap<string, readonly string[]>;
  /** Pages inside a task: their end leads back to the list. */
  readonly inTask: ReadonlySet<string>;
}

/** All that the walk of a flow may do, whatever is answered. Pages whose names are not unique count as one. */
export function pageWays(flow: FlowPlan, steps: Readonly<Record<string, StepPlan>>): PageWays {
  const to = new Map<string, readonly string[]>();
  const inTask = new Set<string>();
  const visit = (around: readonly Level[]): void => {
    const [level] = around;
    for (const [name, state] of Object.entries(level?.states ?? {})) {
      const isList = isTaskList(steps, name);
      const isPage = isList || state.states === undefined;
      const inner: Level = { name, state, states: state.states ?? {}, isList };
      if (isPage) {
        const tasks = isList
          ? Object.keys(inner.states).flatMap((task) => enter(inner.states, task, steps))
          : [];
        to.set(name, [...tasks, ...following([inner, ...around], steps)]);
        if (around.some((one) => one.isList)) inTask.add(name);
      }
      visit([inner, ...around]);
    }
  };
  visit([{ name: '', state: {}, states: flow.states, isList: false }]);
  return { initial: enter(flow.states, flow.initial, steps)[0], to, inTask };
}

/** Where the `NEXT` of a state may lead, in order. */
export function targetsOf({ on }: FlowState): readonly FlowTarget[] {
  const next = on?.NEXT;
  if (next === undefined) return [];
  if (typeof next === 'string') return [{ target: next }];
  return 'target' in next ? [next] : next;
}

interface Level {
  readonly name: string;
  readonly state: FlowState;
  readonly states: Readonly<Record<string, FlowState>>;
  readonly isList: boolean;
}

function isTaskList(steps: Readonly<Record<string, StepPlan>>, name: string): boolean {
  return Object.hasOwn(steps, name) && steps[name]?.kind === 'tasks';
}

/** The page where a state starts; none when its `initial` names nothing, which is reported. */
function enter(
  states: Readonly<Record<string, FlowState>>,
  name: string,
  steps: Readonly<Record<string, StepPlan>>,
): string[] {
  const state = Object.hasOwn(states, name) ? states[name] : undefined;
  if (!state) return [];
  if (state.states === undefined || isTaskList(steps, name)) return [name];
  return enter(state.states, state.initial ?? '', steps);
}

/** From a state outwards: the ways of the innermost one that has some, and further out while a guard may fail. */
function following(
  [state, parent, ...around]: readonly Level[],
  steps: Readonly<Record<string, StepPlan>>,
): string[] {
  if (!state || !parent || parent.isList) return [];
  const targets = targetsOf(state.state);
  const here = targets.flatMap(({ target }) => enter(parent.states, target, steps));
  const isSure = targets.some(({ guard }) => guard === undefined);
  return isSure ? here : [...here, ...following([parent, ...around], steps)];
}
