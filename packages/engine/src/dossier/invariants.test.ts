import fc from 'fast-check';
import {
  addDuration,
  dayIn,
  daysBetween,
  type Day,
  type FieldPlan,
  type Plan,
  type Verdict,
} from '@guichet/procedure';
import { describe, expect, it } from 'vitest';
import type { Version } from '../draft.js';
import { accepts } from './accepts.js';
import { attestationsOn } from './attestations-on.js';
import type { CommandContext } from './commands/context.js';
import { handleCommand, type Handled } from './commands/handle-command.js';
import { lifecycles, makePlan, soundJudgement } from './fixture.js';
import { elapse } from './due.js';
import { emptyState } from './fold.js';
import { contextFor, moves, seed, type Move } from '../fixtures/random-life.js';
import type { DossierEvent } from './events.js';
import type { DossierState } from './state.js';

const until: FieldPlan = { kind: 'date', schema: { type: 'string', format: 'date' } };
const plan: Plan = {
  ...makePlan(lifecycles['shared']),
  fields: { '/until': until },
  attestations: {
    filing: { on: ['FILED', 'AMENDED'] },
    prolongation: {
      while: { all: [{ fact: 'complete' }, { fact: 'inWindow' }, { fact: 'undecided' }] },
      validFrom: { from: '/until', add: 'P1D' },
      ahead: 'P15D',
      for: 'P3M',
      source: 'rules',
    },
  },
};
const version: Version = { answers: { until: '2027-01-10' }, marks: {}, pieces: {} };
const holder = { as: 'holder' } as const;
const service = { as: 'service' } as const;

interface Life {
  state: DossierState;
  events: readonly DossierEvent[];
}

/** The invariants of a dossier's life, numbered as in the reference: any sequence of commands keeps them. */
describe('any life of a dossier', () => {
  it('1: has a filing attestation of the same time as its filing', () => {
    lives((life) => {
      const filing = life.state.attestations.find(({ kind }) => kind === 'filing');
      expect(filing?.at).toBe(life.events.find(({ type }) => type === 'FILED')?.occurredAt);
    });
  });

  it('2: complete, in time, its permit expired and undecided, it has exactly one prolongation valid', () => {
    fc.assert(
      fc.property(moves, fc.integer({ min: 0, max: 20 }), (list, late) => {
        const life = begin(new Date('2026-11-23T09:00:00Z'));
        let days = 0;
        for (const move of list) {
          const wait = Math.ceil(move.hours / 24);
          for (let day = 0; day < wait; day += 1) {
            days += 1;
            // A service that is late by some days attests nothing twice, and leaves no gap once it is back.
            if (days % 21 >= late % 21)
              tell(life, { command: { do: 'prolong' }, by: service, hours: 24 }, at(days));
            if (days % 21 > late % 21)
              expectOneValid(
                elapse(plan, life.state, at(days)).state,
                dayIn(at(days), 'Europe/Paris'),
              );
          }
          tell(life, move, at(days, 1));
        }
        const sorted = [...life.state.prolonged];
        for (const [index, period] of sorted.entries()) {
          const before = sorted[index - 1];
          if (before) expect(before.validUntil < period.validFrom).toBe(true);
          expect(period.validFrom >= '2027-01-11').toBe(true);
          expect(addDuration(period.validFrom, 'P3M') > period.validUntil).toBe(true);
        }
      }),
      { seed, numRuns: 60 },
    );
  });

  it('3: is closed for a reason only, after a notice that arrived and a delay that is over', () => {
    lives(({ events }) => {
      for (const { body, occurredAt } of events.filter(({ type }) => type === 'CLOSED')) {
        expect(body.reason).toBeTruthy();
        const { deliveredAt = '' } = (body.proof ?? {}) as { deliveredAt?: string };
        const waited = daysBetween(dayIn(deliveredAt, 'UTC'), dayIn(occurredAt, 'UTC'));
        expect(waited).toBeGreaterThanOrEqual(15);
      }
    });
  });

  it('5: is decided by somebody with a name, a quality and a service, for reasons', () => {
    lives(({ events }) => {
      for (const { by, body } of events.filter(({ type }) => type === 'DECIDED'))
        expect([by.name, by.quality, by.service, body.reason].every(Boolean)).toBe(true);
    });
  });

  it('6: can record an incident from wherever it is', () => {
    lives(({ state }) => expect(accepts(plan, state, 'INCIDENT_RECORDED')).toBe(true));
  });

  it('8: is filed whatever is not known of it', () => {
    const verdict = fc.constantFrom<Verdict>('true', 'false', 'unknown');
    fc.assert(
      fc.property(verdict, verdict, verdict, (complete, inWindow, starts) => {
        const judgement = {
          ...soundJudgement,
          complete,
          clocks: { silence: starts },
          window: { ...soundJudgement.window, inWindow },
        };
        const context = { ...contextFor(new Date(0), holder, emptyState(plan)), judgement };
        expect(handleCommand(plan, emptyState(plan), { do: 'file' }, context)).toHaveProperty(
          'events',
        );
      }),
      { seed },
    );
  });
});

function lives(property: (life: Life) => void): void {
  fc.assert(
    fc.property(moves, (list) => {
      let now = new Date('2026-11-23T09:00:00Z');
      const life = begin(now);
      for (const move of list) {
        now = new Date(now.getTime() + move.hours * 3_600_000);
        tell(life, move, now);
      }
      property(life);
    }),
    { seed, numRuns: 150 },
  );
}

function begin(now: Date): Life {
  const life: Life = { state: emptyState(plan), events: [] };
  tell(life, { command: { do: 'file' }, by: holder, hours: 0 }, now);
  return life;
}

/** Carries out a command as a service does: what it owes is attested in the same breath. */
function tell(life: Life, { command, by }: Move, now: Date): void {
  const context: CommandContext = { ...contextFor(now, by, life.state), version };
  const handled = handleCommand(plan, life.state, command, context);
  if ('refused' in handled) return;
  keep(life, handled);
  for (const kind of handled.events.flatMap(({ type }) => attestationsOn(plan, type))) {
    const attestation = `a${life.state.seq}`;
    const issue = { do: 'issue-attestation', attestation, kind } as const;
    const issued = handleCommand(plan, life.state, issue, contextFor(now, service, life.state));
    if (!('refused' in issued)) keep(life, issued);
  }
}

function keep(life: Life, handled: Handled): void {
  life.state = handled.state;
  life.events = [...life.events, ...handled.events];
}

function at(days: number, hours = 0): Date {
  return new Date(Date.parse('2026-11-23T09:00:00Z') + days * 86_400_000 + hours * 3_600_000);
}

function expectOneValid(state: DossierState, day: Day): void {
  const valid = state.prolonged.filter((one) => one.validFrom <= day && day <= one.validUntil);
  const isOwed =
    state.complete === 'true' &&
    state.inWindow === 'true' &&
    state.decision === undefined &&
    state.endedAt === undefined &&
    day > '2027-01-10';
  if (isOwed) expect(valid.length).toBe(1);
  else expect(valid.length).toBeLessThanOrEqual(1);
}
