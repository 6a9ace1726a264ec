import fc from 'fast-check';
import { canonicalJson, addDuration, dayIn, daysBetween, type ClockPlan } from '@guichet/procedure';
import { describe, expect, it } from 'vitest';
import type { Command } from './commands/command.js';
import type { CommandContext } from './commands/context.js';
import { handleCommand } from './commands/handle-command.js';
import { dossierView } from './dossier-view.js';
import { dueClocks } from './due.js';
import type { Author, DossierEvent } from './events.js';
import { amendingOf } from './etag.js';
import { applyEvent, emptyState, foldDossier } from './fold.js';
import { changeOn, lifecycles, makePlan, officer, soundJudgement } from './fixture.js';
import type { DossierState } from './state.js';

const seed = 20261123;
const clocks: Readonly<Record<string, ClockPlan>> = {
  reasons: {
    startsOn: ['REASONS_ASKED'],
    for: 'P1M',
    stopsOn: ['DECIDED'],
    means: 'r',
    source: 'rules',
  },
  appeal: {
    startsOn: ['SILENCE_REACHED'],
    for: 'P2M',
    stopsOn: ['APPEALED'],
    means: 'a',
    source: 'rules',
  },
  works: {
    startsOn: ['FILED'],
    for: 'P10D',
    stopsOn: ['TAKEN'],
    toWorkingDay: true,
    means: 'w',
    source: 'rules',
  },
};

interface Move {
  readonly command: Command;
  readonly by: Author;
  readonly hours: number;
}

const holder: Author = { as: 'holder' };
const pieces = fc.subarray(['identity', 'permit', 'homeProof'], { minLength: 1 });
const asked = (command: Command): { command: Command; by: Author } => ({ command, by: holder });
const ordered = (command: Command): { command: Command; by: Author } => ({ command, by: officer });
const proof = { kind: 'letter', deliveredAt: '2026-11-24T10:00:00Z' };

const acts = fc.oneof(
  { weight: 4, arbitrary: fc.constant(asked({ do: 'amend' })) },
  fc.constant(asked({ do: 'withdraw' })),
  fc.constant(asked({ do: 'undo-withdrawal' })),
  fc.constant(asked({ do: 'reopen' })),
  fc.constant(asked({ do: 'ask-reasons' })),
  fc.constant(asked({ do: 'report-incident', kind: 'page-error' })),
  { weight: 3, arbitrary: pieces.map((list) => asked({ do: 'supply-pieces', pieces: list })) },
  {
    weight: 3,
    arbitrary: pieces.map((list) =>
      ordered({ do: 'request-pieces', pieces: list, within: 'P30D' }),
    ),
  },
  { weight: 2, arbitrary: fc.constant(ordered({ do: 'take' })) },
  fc.constant(ordered({ do: 'release' })),
  fc.constant(ordered({ do: 'close', reason: 'no-answer', proof })),
  fc.nat(4).map((n) => ordered({ do: 'answer-proposal', proposal: n + 1, accepted: n % 2 === 0 })),
  fc.constant(ordered({ do: 'decide', outcome: 'favourable', reasons: 'Yes.' })),
);
const moves = fc.array(
  fc
    .tuple(acts, fc.integer({ min: 0, max: 24 * 60 }))
    .map(([act, hours]): Move => ({ ...act, hours })),
  { minLength: 1, maxLength: 25 },
);

interface Life {
  readonly events: readonly DossierEvent[];
  /** State before and after each accepted command, with the time it was given at. */
  readonly steps: readonly {
    before: DossierState;
    after: DossierState;
    move: Move;
    now: Date;
    added: readonly DossierEvent[];
  }[];
  readonly state: DossierState;
  readonly now: Date;
}

describe.each(Object.entries(lifecycles))(
  'any life of a dossier on the %s lifecycle',
  (_, lifecycle) => {
    const plan = makePlan(lifecycle, clocks);

    function live(list: readonly Move[]): Life {
      let now = new Date('2026-11-23T09:00:00Z');
      let { state, events } = begin(now);
      const steps: Life['steps'][number][] = [];
      for (const move of list) {
        now = new Date(now.getTime() + move.hours * 3_600_000);
        const answer = handleCommand(
          plan,
          state,
          move.command,
          context(now, move.by, state.version),
        );
        if ('refused' in answer) continue;
        steps.push({ before: state, after: answer.state, move, now, added: answer.events });
        events = [...events, ...answer.events];
        state = answer.state;
      }
      return { events, steps, state, now };
    }

    function begin(now: Date): { state: DossierState; events: readonly DossierEvent[] } {
      const filed = handleCommand(plan, emptyState(plan), { do: 'file' }, context(now, holder, 0));
      if ('refused' in filed) throw new Error(filed.refused);
      return filed;
    }

    function context(now: Date, by: Author, version: number): CommandContext {
      return {
        now,
        by,
        zone: 'Europe/Paris',
        profile: 'administration',
        judgement: soundJudgement,
        difference: changeOn(version),
      };
    }

    const check = (property: (life: Life) => void): void => {
      fc.assert(
        fc.property(moves, (list) => property(live(list))),
        { seed, numRuns: 150 },
      );
    };

    it('gives the same state when its log is folded again, at once or event by event', () => {
      check(({ events, state }) => {
        expect(canonicalJson(foldDossier(plan, events))).toBe(canonicalJson(state));
        const one = events.reduce(
          (before, event) => applyEvent(plan, before, event),
          emptyState(plan),
        );
        expect(canonicalJson(one)).toBe(canonicalJson(state));
      });
    });

    it('never counts a suspended day', () => {
      check(({ events, state }) => {
        for (const clock of state.clocks.filter((each) => each.name === 'silence' && each.due)) {
          const suspended = suspendedDays(events, clock.n);
          const lastDay = addDuration(
            addDuration(dayIn(clock.startedAt ?? '', state.zone), 'P4M'),
            `P${suspended}D`,
          );
          expect(dayIn(clock.due ?? '', state.zone)).toBe(lastDay);
          expect(clock.spent).toBe(suspended);
        }
      });
    });

    it('is seen, before anybody writes, as it will be written', () => {
      check(({ state, now }) => {
        const later = new Date(now.getTime() + 400 * 86_400_000);
        const seen = dueClocks(plan, state, later);
        const written = handleCommand(
          plan,
          state,
          { do: 'report-incident', kind: 'x' },
          context(later, holder, 0),
        );
        if ('refused' in written) throw new Error(written.refused);
        expect(written.events.slice(0, -1)).toEqual(seen);
        const dues = seen.map((event) => event.occurredAt);
        expect(dues).toEqual([...dues].sort());
        expect(dossierView(plan, state, identity, later)).toEqual({
          ...dossierView(
            plan,
            seen.reduce((before, event) => applyEvent(plan, before, event), state),
            identity,
            later,
          ),
          seq: state.seq,
        });
      });
    });

    it('is the same whether its ends are written day by day or all at once', () => {
      check(({ state, now }) => {
        const days = Array.from(
          { length: 40 },
          (_day, i) => new Date(now.getTime() + (i + 1) * 10 * 86_400_000),
        );
        const often = days.reduce(
          (before, at) =>
            dueClocks(plan, before, at).reduce((s, event) => applyEvent(plan, s, event), before),
          state,
        );
        const once = dueClocks(plan, state, days.at(-1) ?? now).reduce(
          (s, event) => applyEvent(plan, s, event),
          state,
        );
        expect(canonicalJson(often)).toBe(canonicalJson(once));
      });
    });

    it('ends each clock once', () => {
      check(({ events }) => {
        const ends = events
          .filter((event) => event.type === 'CLOCK_ENDED')
          .map(({ body }) => `${body.clock} ${body.n}`);
        expect(new Set(ends).size).toBe(ends.length);
      });
    });

    it('keeps every clock as it was through an amendment', () => {
      check(({ steps }) => {
        for (const { added } of steps) {
          const amendments = added.filter(
            (event) => event.type.startsWith('AMEND') || event.type === 'PROPOSAL_ANSWERED',
          );
          for (const event of amendments) expect(event.body.clocks).toBeUndefined();
        }
      });
    });

    it('can be amended in every state before an express decision, and an amendment then succeeds', () => {
      check(({ state, now }) => {
        const { can, amending } = dossierView(plan, state, identity, now);
        // Contact and address stay open after a decision, since this plan says which they are (rules.md B4).
        expect(can).toContain('amend');
        expect(amending === 'closed').toBe(state.decision !== undefined);
        const answer = handleCommand(
          plan,
          state,
          { do: 'amend' },
          context(now, holder, state.version),
        );
        expect('refused' in answer).toBe(state.decision !== undefined);
      });
    });

    it('changes its ETag when its version or the effect of amending changes, and for nothing else', () => {
      check(({ steps }) => {
        for (const { before, after, now } of steps) {
          const key = (state: DossierState) => `${state.version} ${amendingOf(state)}`;
          const tags = [before, after].map((state) => dossierView(plan, state, identity, now).etag);
          expect(tags[0] === tags[1]).toBe(key(before) === key(after));
        }
      });
    });

    it('keeps a way on: from wherever it is, the service or a clock can still bring a decision', () => {
      check(({ state, now }) => {
        if (state.decision !== undefined) return;
        const context30 = context(now, officer, state.version);
        const reopened = handleCommand(plan, state, { do: 'reopen' }, context30);
        const from = 'refused' in reopened ? state : reopened.state;
        const answers = from.proposals
          .filter((each) => each.state === 'waiting')
          .map(({ n }) => ({ proposal: n, accepted: false }));
        const decided = handleCommand(
          plan,
          from,
          { do: 'decide', outcome: 'favourable', reasons: 'Yes.', answers },
          context30,
        );
        expect('refused' in decided ? decided.refused : 'decided').toBe('decided');
      });
    });
  },
);

const identity = { id: 'D', reference: 'R', planHash: 'h' };

/** The same days, counted another way: one by one, from the events of requests and supplies alone. */
function suspendedDays(events: readonly DossierEvent[], n: number): number {
  let since: string | undefined;
  let days = 0;
  for (const event of events) {
    for (const change of event.body.clocks ?? []) {
      if (change.name !== 'silence' || change.do === 'verify' || change.n !== n) continue;
      const day = dayIn(event.occurredAt, 'Europe/Paris');
      if (change.do === 'suspend') since = day;
      if (change.do === 'resume' && since !== undefined) days += daysBetween(since, day);
    }
  }
  return days;
}
