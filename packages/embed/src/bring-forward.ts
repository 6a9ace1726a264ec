import { moveDraft, type DraftChange, type News, type PlanRef } from '@guichet/engine';
import type { FormConnection } from '@guichet/elements';
import type { FormPlan } from '@guichet/procedure';
import type { FoundDraft } from './find-draft.js';
import type { FormContext } from './form-context.js';

/** A draft as it is to be opened, and what to append to its log for that. */
export interface Forward {
  readonly found: FoundDraft;
  readonly changes: readonly DraftChange[];
  readonly moved?: NonNullable<FormConnection['moved']>;
  readonly news?: News;
}

/** Carries a draft of an older version to the one that the page serves; every answer comes along. */
export async function bringForward(context: FormContext, found: FoundDraft): Promise<Forward> {
  const { meta, plan } = context.procedure;
  const from = found.draft.procedure;
  const { draft, changes, newPointers, news } = moveDraft(
    await olderPlan(context, from),
    plan,
    found.draft,
    meta.planHash,
  );
  return {
    found: { ...found, draft },
    changes,
    moved: { from: from.version, to: meta.version, newPointers },
    news,
  };
}

/**
 * The plan that the draft was begun with: this device kept it, or the page still serves it beside today's. Without
 * it nothing can be named as new; what the procedure declares is moved all the same.
 */
async function olderPlan(
  { store, procedure }: FormContext,
  { version, planHash }: PlanRef,
): Promise<FormPlan | undefined> {
  const kept = await store?.copy(`plan ${planHash}`).catch(() => undefined);
  return (kept as FormPlan | undefined) ?? procedure.olderPlan(version);
}
