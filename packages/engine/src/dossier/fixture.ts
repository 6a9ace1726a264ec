import type { ClockPlan, LifecyclePlan, PiecePlan, Plan } from '@guichet/procedure';
import type { Judgement } from '../judgement.js';
import type { ChangeSet } from '../draft.js';
import type { CommandContext } from './commands/context.js';

/**
 * A plan of only what a dossier reads of it, for the tests of this folder.
 * @internal
 */
export function makePlan(
  lifecycle: LifecyclePlan,
  clocks: Readonly<Record<string, ClockPlan>> = {},
): Plan {
  return {
    format: 1,
    needs: [],
    id: 'dossier-cases',
    version: '1.0.0',
    validFrom: '2026-01-01',
    languages: ['fr'],
    fields: {},
    groups: {},
    activity: [],
    readers: {},
    steps: {},
    flow: { id: 'flow', initial: 'only', states: { only: {} } },
    pieces: { identity: piece('examination'), homeProof: piece('delivery') },
    sources: { rules: { title: 'Cases', trust: 'V' } },
    values: {},
    fees: [],
    advice: [],
    parties: {},
    clocks: { silence, ...clocks },
    channels: {},
    mandates: {},
    attestations: { filing: { on: ['FILED', 'AMENDED'] } },
    privacy: { purpose: 'cases', basis: 'public-task', source: 'rules' },
    lifecycle,
  };
}

const silence: ClockPlan = {
  startsOn: ['FILED'],
  for: 'P4M',
  suspendedOn: ['PIECES_REQUESTED'],
  resumedOn: ['PIECES_SUPPLIED'],
  stopsOn: ['DECIDED', 'WITHDRAWN', 'CLOSED'],
  thenAppends: 'SILENCE_REACHED',
  means: 'implicit-refusal',
  source: 'rules',
};

function piece(needed: PiecePlan['needed']): PiecePlan {
  return { asked: true, needed, formats: ['pdf'], maxBytes: 1, maxFiles: 1, source: 'rules' };
}

/** What the rules say of a version with nothing wrong. */
export const soundJudgement: Judgement = {
  issues: [],
  toComplete: [],
  inactive: [],
  pieces: [],
  window: { inWindow: 'true', opens: undefined, closes: undefined },
  complete: 'true',
  fees: [],
  clocks: {},
};

/** A change set of one answer on a version. */
export function changeOn(base: number): ChangeSet {
  return { base, changes: [{ op: 'set', pointer: '/a', from: 1, to: 2 }] };
}

/** Context of a command asked by the holder in Paris under an authority. */
export function contextAt(now: string, more: Partial<CommandContext> = {}): CommandContext {
  return {
    now: new Date(now),
    zone: 'Europe/Paris',
    profile: 'administration',
    by: { as: 'holder' },
    judgement: soundJudgement,
    ...more,
  };
}

/** An officer with all that a decision must name. */
export const officer = {
  as: 'officer',
  name: 'Claire Petit',
  quality: 'attachée',
  service: 'Bureau du séjour',
} as const;
