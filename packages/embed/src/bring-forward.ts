import { moveDraft, type DraftChange } from '@guichet/engine';
import type { FormConnection } from '@guichet/elements';
import type { FormPlan } from '@guichet/procedure';
import type { FoundDraft } from './find-draft.js';
import type { FormContext } from './form-context.js';

/** A draft as it is to be opened, and what to append to its log for that. */
export interface Forward {
  readonly found: FoundDraft;
  readonly changes: readonly DraftChange[];
  readonly moved?: NonNullable<FormConnection['moved']>;
}

/** Carries a draft of an older version to the one that the page serves; every answer comes along. */
export async function bringForward(context: FormContext, found: FoundDraft): Promise<Forward> {
  const { meta, plan } = context.procedure;
  const from = found.draft.procedure;
  const { draft, changes, newPointers } = moveDraft(
    (await olderPlan(context, from.planHash)) ?? plan,
    plan,
    found.draft,
    meta.planHash,
  );
  return {
    found: { ...found, draft },
    changes,
    moved: { from: from.version, to: meta.version, newPointers },
  };
}

/** The plan that this device kept when the draft was begun; without it, nothing can be named as new. */
async function olderPlan({ store }: FormContext, hash: string): Promise<FormPlan | undefined> {
  const kept = await store?.copy(`plan ${hash}`).catch(() => undefined);
  return kept as FormPlan | undefined;
}
