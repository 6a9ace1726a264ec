import type { ClockPlan, LifecyclePlan, Plan } from '@guichet/procedure';
import casesPlan from '../../../conformance/dossier/plan.json' with { type: 'json' };
import smallLifecycle from '../../../conformance/dossier/lifecycle.json' with { type: 'json' };
import sharedLifecycle from '../../../../schemas/shared/lifecycle.json' with { type: 'json' };
import type { Judgement } from '../judgement.js';
import type { ChangeSet } from '../draft.js';
import type { CommandContext } from './commands/context.js';

/** The journeys that every case and property of this folder is run on: a small one, and the one procedures share. */
export const lifecycles: Readonly<Record<string, LifecyclePlan>> = {
  small: smallLifecycle as unknown as LifecyclePlan,
  shared: sharedLifecycle as unknown as LifecyclePlan,
};

/**
 * The plan of the dossier cases: only what a dossier reads of one.
 * @internal
 */
export function makePlan(
  lifecycle: LifecyclePlan | undefined,
  clocks: Readonly<Record<string, ClockPlan>> = {},
): Plan {
  const plan = casesPlan as unknown as Plan;
  return { ...plan, lifecycle: lifecycle ?? plan.lifecycle, clocks: { ...plan.clocks, ...clocks } };
}

/** What the rules say of a version with nothing wrong. */
export const soundJudgement: Judgement = {
  issues: [],
  toComplete: [],
  inactive: [],
  pieces: [],
  window: { inWindow: 'true', state: 'in', opens: undefined, closes: undefined },
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
