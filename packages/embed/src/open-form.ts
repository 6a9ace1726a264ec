import type { FormConnection, FormRequest } from '@guichet/elements';
import { openLocalStore } from '@guichet/gateway';
import { connectDraft } from './connect-draft.js';
import { discoverFiling } from './discover-filing.js';
import { findDraft } from './find-draft.js';
import { contextOf } from './context-of.js';
import { loadOperator } from './load-operator.js';
import { loadProcedure } from './load-procedure.js';
import { pinnedProcedure } from './pinned-procedure.js';
import { serviceAddress } from './service-address.js';

/**
 * Opens what a `<guichet-form>` names: the published procedure, this device's store and the draft in
 * progress, joined in a session.
 */
export async function openForm(request: FormRequest): Promise<FormConnection> {
  const api = serviceAddress(request.api);
  const opening = openLocalStore();
  const [procedure, store, operator] = await Promise.all([
    loadProcedure(request.src, request.lang),
    opening,
    loadOperator(api, opening),
  ]);
  const context = contextOf({ request, procedure, api, store, operator });
  // A later version needs this plan to bring the draft along, and the service may be away by then.
  void store?.keepCopy(`plan ${procedure.meta.planHash}`, procedure.plan).catch(() => undefined);
  const found = await discoverFiling(context, await findDraft(context, request.draft));
  return connectDraft(await pinnedProcedure(context, found, request.src), found);
}
