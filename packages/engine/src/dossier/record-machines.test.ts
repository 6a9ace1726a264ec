/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { handleCommand } from './commands/handle-command.js';
import type { DossierEvent } from './events.js';
import { applyEvent, emptyState } from './fold.js';
import { lifecycles, makePlan } from './fixture.js';
import { contextFor, moves, seed, type Move } from '../fixtures/random-life.js';
import type { DossierState } from './state.js';

interface RecordMachine {
  readonly id: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, { readonly on: Readonly<Record<string, string>> }>>;
}
const machines = import.meta.glob<RecordMachine>('../../../../schemas/shared/records/*.json', {
  eager: true,
  import: 'default',
});
const machineOf = (name: string): RecordMachine => {
  const found = machines[`../../../../schemas/shared/records/${name}.json`];
  if (!found) throw new Error(`No machine of a ${name}.`);
  return found;
};

/** Records of a state by machine: key of each → where it is. */
const recordsOf = (state: DossierState): Readonly<Record<string, ReadonlyMap<string, string>>> => {
  const by = (list: readonly { readonly n: number; readonly state: string }[]) =>
    new Map(list.map((one) => [String(one.n), one.state]));
  return {
    clock: new Map(state.clocks.map((one) => [`${one.name} ${one.n}`, one.state])),
    request: by(state.requests),
    proposal: by(state.proposals),
    mandate: by(state.mandates),
    message: by(state.messages),
    incident: by(state.incidents),
    attestation: new Map(state.attestations.map(({ id }) => [id, 'issued'])),
  };
};

/** Where a record may be born: at its initial state, or one step from it. */
const births = (machine: RecordMachine): readonly string[] => [
  machine.initial,
  ...Object.values(machine.states[machine.initial]?.on ?? {}),
];

describe.each(Object.entries(lifecycles))('records on the %s lifecycle', (_, lifecycle) => {
  const plan = makePlan(lifecycle);

  it('move as schemas/shared/records says, and no record ever goes away', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(moves, (list) => {
        for (const [before, after] of stepsOf(list)) {
          const [was, is] = [recordsOf(before), recordsOf(after)];
          for (const [name, records] of Object.entries(was)) {
            const machine = machineOf(name);
            for (const [key, from] of records) {
              const to = is[name]?.get(key);
              const targets = Object.values(machine.states[from]?.on ?? {});
              seen.add(`${name} ${from} ${to}`);
              if (to !== from) expect(targets, `${name} ${from} → ${to}`).toContain(to);
            }
            for (const [key, born] of is[name] ?? [])
              if (!records.has(key)) expect(births(machine), name).toContain(born);
          }
        }
      }),
      { seed, numRuns: 500 },
    );
    for (const met of [
      'clock running suspended',
      'clock suspended running',
      'clock running ended',
      'request open supplied',
      'proposal waiting accepted',
      'mandate active revoked',
      'message sent answered',
      'incident open registered',
    ])
      expect(seen, met).toContain(met);
  });

  function* stepsOf(list: readonly Move[]): Generator<readonly [DossierState, DossierState]> {
    let now = new Date('2026-11-23T09:00:00Z');
    let state = emptyState(plan);
    const step = function* (
      events: readonly DossierEvent[],
    ): Generator<readonly [DossierState, DossierState]> {
      for (const event of events) {
        const after = applyEvent(plan, state, event);
        yield [state, after];
        state = after;
      }
    };
    const filing: Move = { command: { do: 'file' }, by: { as: 'holder' }, hours: 0 };
    for (const move of [filing, ...list]) {
      now = new Date(now.getTime() + move.hours * 3_600_000);
      const answer = handleCommand(plan, state, move.command, contextFor(now, move.by, state));
      if (!('refused' in answer)) yield* step(answer.events);
    }
  }
});

describe('the machines of records', () => {
  it.each(Object.values(machines))(
    '$id leads to its own states only, and reaches them all',
    (machine) => {
      const reached = new Set([machine.initial]);
      for (const state of reached)
        for (const target of Object.values(machine.states[state]?.on ?? {})) {
          expect(Object.keys(machine.states)).toContain(target);
          reached.add(target);
        }
      const alone = Object.keys(machine.states).filter((state) => !reached.has(state));
      // A clock whose condition is unknown is born to be verified (rules.md A7).
      expect(alone).toEqual(machine.id === 'clock' ? ['to-verify'] : []);
    },
  );
});
