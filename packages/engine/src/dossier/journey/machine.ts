import type { LifecyclePlan, Plan } from '@guichet/procedure';
import {
  createMachine,
  initialTransition,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type StateValue,
} from 'xstate';
import { guards, type GuardInput } from './guards.js';
import { loadLifecycle } from './load-lifecycle.js';

/** Where an event leads, and the actions met on the way, as data. */
export interface Step {
  readonly journey: string;
  readonly actions: readonly { readonly type: string; readonly params: unknown }[];
}

/** The journey of one plan, ready to be stepped through. */
export interface Journey {
  readonly initial: string;
  /** Undefined: the machine does not accept this event there. */
  step(journey: string, input: GuardInput): Step | undefined;
}

const journeys = new WeakMap<LifecyclePlan, Journey>();

/**
 * The journey of a plan, built once and kept as long as the plan is.
 *
 * XState's pure functions walk it; their answers are remembered by state, event and everything a guard may read, so
 * that folding a long log costs a look-up an event.
 */
export function journeyOf(plan: Plan): Journey {
  const known = journeys.get(plan.lifecycle);
  if (known) return known;
  const made = makeJourney(plan.lifecycle);
  journeys.set(plan.lifecycle, made);
  return made;
}

function makeJourney(lifecycle: LifecyclePlan): Journey {
  const machine = makeMachine(loadLifecycle(lifecycle));
  const [first] = initialTransition(machine);
  const snapshots = new Map<string, AnyMachineSnapshot>([[pathOf(first.value), first]]);
  const steps = new Map<string, Step | null>();
  return {
    initial: pathOf(first.value),
    step(journey, input) {
      const key = JSON.stringify([journey, input.type, input.facts, input.body.outcome]);
      const known = steps.get(key);
      if (known !== undefined) return known ?? undefined;
      const made = makeStep(machine, snapshotAt(machine, snapshots, journey), input, snapshots);
      steps.set(key, made ?? null);
      return made;
    },
  };
}

function makeMachine(lifecycle: LifecyclePlan): AnyStateMachine {
  const implementations = Object.entries(guards).map(([name, guard]) => [
    name,
    ({ event }: { event: { input: GuardInput } }, params: unknown) => guard(event.input, params),
  ]);
  const config = { ...lifecycle, context: Object.freeze({}) };
  return createMachine(config as Parameters<typeof createMachine>[0], {
    guards: Object.fromEntries(implementations) as never,
  }) as AnyStateMachine;
}

/** A state folded elsewhere by the same plan is known by its path alone; `resolveState` throws when there is none. */
function snapshotAt(
  machine: AnyStateMachine,
  snapshots: Map<string, AnyMachineSnapshot>,
  journey: string,
): AnyMachineSnapshot {
  const known = snapshots.get(journey);
  if (known) return known;
  const made = machine.resolveState({ value: valueOf(journey), context: {} });
  snapshots.set(journey, made);
  return made;
}

function makeStep(
  machine: AnyStateMachine,
  from: AnyMachineSnapshot,
  input: GuardInput,
  snapshots: Map<string, AnyMachineSnapshot>,
): Step | undefined {
  const event = { type: input.type, input };
  if (!machine.getTransitionData(from, event)?.length) return undefined;
  const [next, met] = transition(machine, from, event);
  const journey = pathOf(next.value);
  if (!snapshots.has(journey)) snapshots.set(journey, next);
  return { journey, actions: met.map((action) => ({ type: action.type, params: action.params })) };
}

/** `{ examination: 'waiting' }` is `examination.waiting`; there are no parallel states (rules.md B3). */
function pathOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const [key, inner] = Object.entries(value as Record<string, unknown>)[0] ?? ['', ''];
  return inner === undefined ? key : `${key}.${pathOf(inner)}`;
}

function valueOf(path: string): StateValue {
  const dot = path.indexOf('.');
  return dot < 0 ? path : { [path.slice(0, dot)]: valueOf(path.slice(dot + 1)) };
}
