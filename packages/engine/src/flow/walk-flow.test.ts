import type { Condition, FlowPlan } from '@guichet/procedure';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMachine, initialTransition, transition, type AnyMachineSnapshot } from 'xstate';
import { seed } from '../fixtures/random-acts.js';
import { compileStudent } from '../fixtures/student.js';
import { walkerOf } from './walk-flow.js';

/** The same walk by XState's pure functions: the second voice. */
function walkByXState(flow: FlowPlan, isTrue: (guard: Condition) => boolean): readonly string[] {
  const machine = createMachine(flow as never).provide({
    guards: { when: (_: unknown, guard: unknown) => isTrue(guard as Condition) },
  } as never);
  let snapshot: AnyMachineSnapshot = initialTransition(machine)[0];
  const path = [String(snapshot.value)];
  for (;;) {
    snapshot = transition(machine, snapshot as never, { type: 'NEXT' } as never)[0];
    const name = String(snapshot.value);
    if (path.includes(name)) return path;
    path.push(name);
  }
}

const names = ['a', 'b', 'c', 'd', 'e'] as const;
const name = fc.constantFrom(...names);
const guard = fc
  .nat(4)
  .map((n) => ({ type: 'when' as const, params: { at: `/g${n}`, is: {} } as Condition }));
const target = fc.record({ target: name, guard }, { requiredKeys: ['target'] });
const state = fc.oneof(
  fc.constant({}),
  fc.record({
    on: fc.record({ NEXT: fc.oneof(name, target, fc.array(target, { maxLength: 3 })) }),
  }),
);
const flows = fc
  .tuple(name, fc.tuple(state, state, state, state, state))
  .map(([initial, states]) => ({
    id: 'flow',
    initial,
    states: Object.fromEntries(names.map((one, i) => [one, states[i] ?? {}])),
  })) as fc.Arbitrary<FlowPlan>;

const holding = (held: readonly boolean[]) => (condition: Condition) =>
  held[Number(JSON.stringify(condition).match(/g(\d)/)?.[1] ?? 0)] ?? false;

describe('the walk of a flow', () => {
  it('is the one that XState makes of the same machine', () => {
    fc.assert(
      fc.property(flows, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (flow, held) => {
        const isTrue = holding(held);
        expect(walkerOf(flow, isTrue)()).toEqual(walkByXState(flow, isTrue));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('is the one that XState makes of the student renewal, whatever its guards answer', async () => {
    const { flow } = (await compileStudent()).plan;
    for (const answer of [true, false]) {
      const isTrue = (): boolean => answer;
      expect(walkerOf(flow, isTrue)()).toEqual(walkByXState(flow, isTrue));
    }
  });

  it('ends at a step that would lead back', () => {
    const flow: FlowPlan = {
      id: 'loop',
      initial: 'a',
      states: { a: { on: { NEXT: 'b' } }, b: { on: { NEXT: 'a' } } },
    };
    expect(walkerOf(flow, () => true)()).toEqual(['a', 'b']);
  });
});
