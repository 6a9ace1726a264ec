import type { FormPlan, Pointer } from '@guichet/procedure';
import type { Draft, DraftChange } from '../draft.js';

/** A draft carried to another version of its procedure. */
export interface MovedDraft {
  readonly draft: Draft;
  /** To append to its log. */
  readonly changes: readonly DraftChange[];
  /** Patterns that are asked now and were not before. */
  readonly newPointers: readonly Pointer[];
  /** Patterns of answers that the new version no longer asks: kept in the draft, parked, never sent. */
  readonly parked: readonly Pointer[];
}

/**
 * Carries a draft forward: every answer and every page done is kept. What is asked
 * anew is named, and stands among what is to complete. Pure.
 */
export function moveDraft(
  oldPlan: FormPlan,
  newPlan: FormPlan,
  draft: Draft,
  planHash: string,
): MovedDraft {
  const to = { id: newPlan.id, version: newPlan.version, planHash };
  return {
    draft: { ...draft, procedure: to },
    changes: [{ op: 'move', to }],
    newPointers: missingFrom(oldPlan, newPlan),
    parked: missingFrom(newPlan, oldPlan),
  };
}

function missingFrom(plan: FormPlan, other: FormPlan): readonly Pointer[] {
  return Object.keys(other.fields).filter((pattern) => !Object.hasOwn(plan.fields, pattern));
}
