import type { Receipt } from '@guichet/engine';
import type { Context } from '../context.js';
import { openDossier } from '../dossiers/dossier-store.js';
import { loadState, viewOf } from '../dossiers/load-dossier.js';
import { openDraft } from '../drafts/draft-access.js';
import { lastReceipt } from './idempotency.js';

/**
 * What a page that comes back needs to know of a draft that was filed without it, on its day or in an answer
 * that was lost: the last receipt, with the dossier as it stands now. Nothing while the draft is not filed.
 * Throws `not-found`.
 */
export async function readReceipt(
  context: Context,
  id: string,
  bearer: string,
): Promise<Receipt | undefined> {
  const draft = await openDraft(context.db, context.vault, id, bearer);
  if (draft.dossier === undefined) return undefined;
  const dossier = await openDossier(context.db, context.vault, draft.dossier, 'service');
  const last = await lastReceipt(context.db, dossier.key, dossier.id);
  const view = viewOf(context, dossier, await loadState(context, context.db, dossier));
  return last && { ...last, version: view.version, etag: view.etag, view };
}
