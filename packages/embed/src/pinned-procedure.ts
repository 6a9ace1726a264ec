import type { FoundDraft } from './find-draft.js';
import type { FormContext } from './form-context.js';
import { loadProcedure } from './load-procedure.js';

/**
 * The version of the procedure that a draft belongs to: what was filed stays with the version it was
 * filed under, for ever. A page that does not serve it any more shows the draft under today's.
 */
export async function pinnedProcedure(
  context: FormContext,
  { draft, filed }: FoundDraft,
  src: string,
): Promise<FormContext> {
  const { meta, texts } = context.procedure;
  if (filed === undefined || draft.procedure.planHash === meta.planHash) return context;
  const folder = `${src.replace(/\/$/, '')}/${draft.procedure.version}/`;
  const pinned = await loadProcedure(folder, texts.lang).catch(() => undefined);
  const isIt = pinned?.meta.planHash === draft.procedure.planHash;
  return isIt && pinned !== undefined ? { ...context, procedure: pinned } : context;
}
