import type { Condition, FlowPlan, FlowState, StepPlan } from '@guichet/procedure';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMachine, initialTransition, transition, type AnyMachineSnapshot } from 'xstate';
import { seed } from '../fixtures/random-acts.js';
import { compileStudent } from '../fixtures/student.js';
import { walkerOf } from './walk-flow.js';

type IsTrue = (guard: Condition) => boolean;
type States = Readonly<Record<string, FlowState>>;
type Lists = Readonly<Record<string, readonly string[]>>;

/** Names of the pages that the engine's walk comes to. */
function walk(flow: FlowPlan, lists: Lists, isTrue: IsTrue): readonly string[] {
  const steps = Object.fromEntries(
    Object.entries(lists).map(([name, tasks]): [string, StepPlan] => [
      name,
      { kind: 'tasks', sections: [], tasks },
    ]),
  );
  return walkerOf({ flow, steps }, isTrue)().map(({ name }) => name);
}

/** The same walk by XState's pure functions: the second voice. */
function walkByXState(flow: FlowPlan, lists: Lists, isTrue: IsTrue): readonly string[] {
  const machine = createMachine({
    ...flow,
    states: withLists(flow.states, lists),
  } as never).provide({
    guards: { when: (_: unknown, guard: unknown) => isTrue(guard as Condition) },
  } as never);
  let snapshot: AnyMachineSnapshot = initialTransition(machine)[0];
  const path = [leafOf(snapshot.value)];
  for (;;) {
    snapshot = transition(machine, snapshot as never, { type: 'NEXT' } as never)[0];
    const name = leafOf(snapshot.value);
    if (path.includes(name)) return path;
    path.push(name);
  }
}

function leafOf(value: unknown): string {
  if (typeof value === 'string') return value.replace(/^the list /, '');
  return leafOf(Object.values(value as object)[0]);
}

/**
 * What a task list means, said in XState's own terms: a first page, then each task in order, whose last
 * page leads to the next task; from the last one the event goes up to the compound state.
 */
function withLists(states: States, lists: Lists): States {
  return Object.fromEntries(
    Object.entries(states).map(([name, state]) => {
      if (!state.states) return [name, state];
      const inner = withLists(state.states, lists);
      const tasks = lists[name];
      if (!tasks) return [name, { ...state, states: inner }];
      const [list, first = list] = [`the list ${name}`, tasks[0]];
      const chained = tasks.map((task, i) => {
        const { on: _, ...rest } = inner[task] ?? {};
        const next = tasks[i + 1];
        return [task, next === undefined ? rest : { ...rest, on: { NEXT: next } }];
      });
      const all = { [list]: { on: { NEXT: first } }, ...Object.fromEntries(chained) };
      return [name, { ...state, initial: list, states: all }];
    }),
  ) as States;
}

/** A level of a flow: how many states, what is inside each, and where each may lead, as numbers to choose by. */
interface Shape {
  readonly isList: boolean;
  readonly initial: number;
  readonly states: readonly {
    readonly inside: Shape | null;
    readonly next: readonly { readonly to: number; readonly guard: number | null }[] | null;
  }[];
}

const shape = (depth: number): fc.Arbitrary<Shape> =>
  fc.record({
    isList: fc.boolean(),
    initial: fc.nat(9),
    states: fc.array(
      fc.record({
        inside: depth === 0 ? fc.constant(null) : fc.option(shape(depth - 1), { freq: 2 }),
        next: fc.option(
          fc.array(fc.record({ to: fc.nat(9), guard: fc.option(fc.nat(4), { freq: 2 }) }), {
            maxLength: 3,
          }),
          { freq: 4 },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  });

/** A flow of that shape. Onward: no state leads back, as `check` wants it; task lists need that to be compared. */
function flowOf(drawn: Shape, isOnward: boolean): { flow: FlowPlan; lists: Lists } {
  const lists: Record<string, readonly string[]> = {};
  const level = (
    { states, initial }: Shape,
    prefix: string,
  ): Pick<FlowPlan, 'initial' | 'states'> => {
    const names = states.map((_, i) => `${prefix}${i}`);
    const made = states.map(({ inside, next }, i): [string, FlowState] => {
      const name = names[i] ?? '';
      const ahead = isOnward ? names.slice(i + 1) : names;
      const targets = (ahead.length === 0 ? [] : (next ?? [])).map(({ to, guard }) => ({
        target: ahead[to % ahead.length] ?? name,
        ...(guard === null
          ? {}
          : {
              guard: { type: 'when' as const, params: { at: `/g${guard}`, is: {} } as Condition },
            }),
      }));
      if (inside?.isList && isOnward) lists[name] = inside.states.map((_, n) => `${name}-${n}`);
      return [
        name,
        {
          ...(inside ? level(inside, `${name}-`) : {}),
          ...(next && targets.length > 0 ? { on: { NEXT: targets } } : {}),
        },
      ];
    });
    return { initial: names[initial % names.length] ?? '', states: Object.fromEntries(made) };
  };
  return { flow: { id: 'flow', ...level(drawn, 's') }, lists };
}

const held = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
const holding =
  (answers: readonly boolean[]): IsTrue =>
  (condition) =>
    answers[Number(JSON.stringify(condition).match(/g(\d)/)?.[1] ?? 0)] ?? false;

describe('the walk of a flow', () => {
  it('is the one that XState makes of the same machine, compound states and loops included', () => {
    fc.assert(
      fc.property(shape(2), held, (drawn, answers) => {
        const { flow } = flowOf(drawn, false);
        const isTrue = holding(answers);
        expect(walk(flow, {}, isTrue)).toEqual(walkByXState(flow, {}, isTrue));
      }),
      { seed, numRuns: 400 },
    );
  });

  it('takes a task list as a page, then each of its tasks, then its own NEXT, as XState would', () => {
    fc.assert(
      fc.property(shape(2), held, (drawn, answers) => {
        const { flow, lists } = flowOf(drawn, true);
        const isTrue = holding(answers);
        expect(walk(flow, lists, isTrue)).toEqual(walkByXState(flow, lists, isTrue));
      }),
      { seed, numRuns: 400 },
    );
  });

  it('is the one that XState makes of the student renewal, whatever its guards answer', async () => {
    const { flow } = (await compileStudent()).plan;
    for (const answer of [true, false]) {
      const isTrue = (): boolean => answer;
      expect(walk(flow, {}, isTrue)).toEqual(walkByXState(flow, {}, isTrue));
    }
  });

  it('ends at a step that would lead back', () => {
    const flow: FlowPlan = {
      id: 'loop',
      initial: 'a',
      states: { a: { on: { NEXT: 'b' } }, b: { on: { NEXT: 'a' } } },
    };
    expect(walk(flow, {}, () => true)).toEqual(['a', 'b']);
  });

  it('says of which task of which list each page is', () => {
    const flow: FlowPlan = {
      id: 'lists',
      initial: 'outer',
      states: {
        outer: {
          initial: 'one',
          states: {
            one: {},
            two: { initial: 'inner', states: { inner: { initial: 'x', states: { x: {} } } } },
          },
          on: { NEXT: 'end' },
        },
        end: {},
      },
    };
    const steps: Readonly<Record<string, StepPlan>> = {
      outer: { kind: 'tasks', sections: [], tasks: ['one', 'two'] },
      inner: { kind: 'tasks', sections: [], tasks: ['x'] },
    };
    expect(walkerOf({ flow, steps }, () => true)()).toEqual([
      { name: 'outer' },
      { name: 'one', list: 'outer', task: 'one' },
      { name: 'inner', list: 'outer', task: 'two' },
      { name: 'x', list: 'inner', task: 'x' },
      { name: 'end' },
    ]);
  });
});
