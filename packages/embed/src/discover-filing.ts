import { httpGateway, type LocalStore, type StoredReceipt } from '@guichet/gateway';
import type { FoundDraft } from './find-draft.js';
import type { FormContext } from './form-context.js';

/** A form must open, whatever the service does: what is not learned now is learned when filing is pressed. */
const patience = 4000;

/**
 * Asks the service whether a draft was filed while no page was there: on the day it was to be filed on, or by
 * a filing whose answer was lost. Its receipt and its version are then kept here like any other.
 */
export async function discoverFiling(
  { api, store }: FormContext,
  found: FoundDraft,
): Promise<FoundDraft> {
  const { draft, identity, born, filed } = found;
  const mayBeFiled = draft.fileOn !== undefined || (draft.incidents ?? []).length > 0;
  if (api === '' || filed !== undefined || !mayBeFiled) return found;
  const gateway = httpGateway({ api, identity, draft: born, retryAfter: [], timeout: patience });
  const receipt = await gateway.readReceipt();
  if (receipt.is !== 'ok' || receipt.value === null) return found;
  const version = await gateway.readVersion(receipt.value.version);
  const kept: StoredReceipt = {
    draft: identity.id,
    receipt: receipt.value,
    ...(version.is === 'ok' ? { version: version.value } : {}),
  };
  await keep(store, kept);
  return { ...found, filed: kept, isNews: true };
}

/** A full device asks again at the next opening. */
async function keep(store: LocalStore | undefined, receipt: StoredReceipt): Promise<void> {
  await store?.keepReceipt(receipt).catch(() => undefined);
}
