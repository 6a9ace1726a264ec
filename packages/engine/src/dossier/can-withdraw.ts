import type { Plan } from '@guichet/procedure';
import { accepts, stepFor } from './accepts.js';
import type { DossierState } from './state.js';

/**
 * Whether a withdrawal can be asked for: only where it could end.
 * Seven days later the clock appends `WITHDRAWN`, from wherever the asking led.
 */
export function canWithdraw(plan: Plan, state: DossierState): boolean {
  const asked = stepFor(plan, state, 'WITHDRAWAL_ASKED');
  return asked !== undefined && accepts(plan, { ...state, journey: asked.journey }, 'WITHDRAWN');
}
