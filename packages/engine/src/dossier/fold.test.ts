import type { ClockPlan } from '@guichet/procedure';
import { describe, expect, it } from 'vitest';
import type { Command } from './commands/command.js';
import type { CommandContext } from './commands/context.js';
import { handleCommand } from './commands/handle-command.js';
import { dueClocks } from './due.js';
import { dossierView } from './dossier-view.js';
import type { DossierEvent } from './events.js';
import { emptyState, foldDossier } from './fold.js';
import { changeOn, contextAt, lifecycles, makePlan, officer } from './fixture.js';
import type { DossierState } from './state.js';

const plan = makePlan(lifecycles['small']);
const identity = { id: 'D', reference: 'R', planHash: 'h' };

interface Run {
  events: DossierEvent[];
  state: DossierState;
}

function start(): Run {
  return { events: [], state: emptyState(plan) };
}

function tell(run: Run, command: Command, context: CommandContext): string {
  const answer = handleCommand(plan, run.state, command, context);
  if ('refused' in answer) return answer.refused;
  run.events.push(...answer.events);
  run.state = answer.state;
  return answer.events.map((event) => event.type).join(' ');
}

describe('a dossier', () => {
  it('is filed, taken, amended by proposal, and decided once the proposal is answered', () => {
    const run = start();
    expect(tell(run, { do: 'file' }, contextAt('2026-11-23T10:00:00+01:00'))).toBe('FILED');
    expect(run.state.clocks[0]).toMatchObject({
      name: 'silence',
      n: 1,
      due: '2027-03-23T22:59:59.999Z',
    });
    expect(
      tell(
        run,
        { do: 'amend' },
        contextAt('2026-11-24T10:00:00+01:00', { difference: changeOn(1) }),
      ),
    ).toBe('AMENDED');
    expect(tell(run, { do: 'take' }, contextAt('2026-11-25T10:00:00+01:00', { by: officer }))).toBe(
      'TAKEN',
    );
    expect(
      tell(
        run,
        { do: 'amend' },
        contextAt('2026-11-26T10:00:00+01:00', { difference: changeOn(2) }),
      ),
    ).toBe('AMENDMENT_PROPOSED');
    const decide: Command = {
      do: 'decide',
      outcome: 'favourable',
      reasons: 'Conditions remplies.',
    };
    const decided = contextAt('2026-11-27T10:00:00+01:00', { by: officer });
    expect(tell(run, decide, decided)).toBe('proposal-unanswered');
    const answers = [{ proposal: 1, accepted: true }];
    expect(tell(run, { ...decide, answers }, decided)).toBe('PROPOSAL_ANSWERED DECIDED');
    const view = dossierView(plan, run.state, identity, new Date('2026-11-28T10:00:00Z'));
    expect(view).toMatchObject({
      journey: 'favourable',
      version: 3,
      amending: 'closed',
      etag: '"v3.closed"',
      seq: 6,
    });
    expect(foldDossier(plan, run.events)).toEqual(run.state);
  });

  it('shows the end of a delay before anybody has recorded it', () => {
    const run = start();
    tell(run, { do: 'file' }, contextAt('2026-11-23T10:00:00+01:00'));
    const view = dossierView(plan, run.state, identity, new Date('2027-03-24T00:00:00+01:00'));
    expect(view.clocks[0]).toMatchObject({ state: 'ended' });
    expect(view.timeline.map((entry) => entry.type)).toEqual([
      'FILED',
      'CLOCK_ENDED',
      'SILENCE_REACHED',
    ]);
    expect(view.seq).toBe(1);
    expect(view.can).toContain('amend');
    expect(tell(run, { do: 'ask-reasons' }, contextAt('2027-03-25T10:00:00+01:00'))).toBe(
      'CLOCK_ENDED SILENCE_REACHED REASONS_ASKED',
    );
  });

  it('is not folded from a log that the lifecycle does not accept, or that lacks an event', () => {
    const run = start();
    tell(run, { do: 'file' }, contextAt('2026-11-23T10:00:00+01:00'));
    const [filed] = run.events;
    if (!filed) throw new Error('Nothing was filed.');
    const collected: DossierEvent = { ...filed, seq: 2, type: 'COLLECTED', body: {} };
    expect(() => foldDossier(plan, [filed, collected])).toThrow(
      expect.objectContaining({ code: 'event-not-accepted' }),
    );
    expect(() => foldDossier(plan, [filed, { ...filed, seq: 3 }])).toThrow(
      expect.objectContaining({ code: 'event-out-of-order' }),
    );
  });

  it('is folded from a frozen log, and leaves every event and state as it was', () => {
    const run = start();
    tell(run, { do: 'file' }, contextAt('2026-11-23T10:00:00+01:00'));
    const frozen = deepFreeze(structuredClone(run.events));
    const state = deepFreeze(foldDossier(plan, frozen));
    const at = contextAt('2026-11-24T10:00:00+01:00', { by: officer });
    expect(handleCommand(plan, state, { do: 'take' }, at)).toMatchObject({
      state: { taken: true },
    });
    expect(state.taken).toBe(false);
  });

  it('ends a clock of no length that its own end starts again once an instant', () => {
    const endless: ClockPlan = {
      startsOn: ['FILED', 'SILENCE_REACHED'],
      for: 'P0D',
      stopsOn: [],
      thenAppends: 'SILENCE_REACHED',
      means: 'endless',
      source: 'rules',
    };
    const looping = makePlan(lifecycles['small'], { endless });
    const filed = handleCommand(
      looping,
      emptyState(looping),
      { do: 'file' },
      contextAt('2026-11-23T10:00:00Z'),
    );
    if ('refused' in filed) throw new Error(filed.refused);
    const ends = dueClocks(looping, filed.state, new Date('2026-11-30T10:00:00Z'));
    expect(ends.map((event) => event.type)).toEqual(['CLOCK_ENDED', 'SILENCE_REACHED']);
  });
});

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
