import type { FormConnection, OtherProcedure } from '@guichet/elements';
import type { Draft, DraftChange } from '@guichet/engine';
import { draftFromLink } from '@guichet/engine/links';
import type { connectDraft } from './connect-draft.js';
import { contextOf } from './context-of.js';
import { freshlyMade } from './find-draft.js';
import { folderUrl } from './folder-url.js';
import type { FormContext } from './form-context.js';
import { loadProcedure } from './load-procedure.js';
import { serviceAddress } from './service-address.js';

/**
 * Opens the procedure that an exit leads to, published beside this one, on a fresh draft of this device that
 * begins with the answers that go along; `connect` is how a draft is opened. Rejects when its folder cannot be read: nothing is made then.
 */
export async function openOther(
  here: FormContext,
  other: OtherProcedure,
  connect: typeof connectDraft,
): Promise<FormConnection> {
  const src = beside(here, other.procedure);
  const procedure = await loadProcedure(src, here.procedure.texts.lang);
  const api = serviceAddress(here.request.api);
  const request = { ...here.request, src };
  const context = contextOf({ ...here, procedure, api, request });
  void here.store
    ?.keepCopy(`plan ${procedure.meta.planHash}`, procedure.plan)
    .catch(() => undefined);
  const fresh = await freshlyMade(context);
  const { id, key } = fresh.identity;
  const draft = draftFromLink(procedure.plan, other, { id, key, ...fresh.born });
  return connect(context, { ...fresh, draft, begun: changesOf(draft) });
}

/** The folder of another procedure: that of this one with the other name. */
function beside({ request, procedure }: FormContext, id: string): string {
  const folder = folderUrl(request.src);
  const name = `/${procedure.meta.id}/`;
  const at = folder.pathname.lastIndexOf(name);
  const path =
    at < 0
      ? `../${encodeURIComponent(id)}/`
      : `${folder.pathname.slice(0, at)}/${encodeURIComponent(id)}/`;
  return new URL(path, folder).href;
}

/** A draft as the lines of its log; rows before what is answered in them. */
function changesOf({ rows, answers, marks }: Draft): readonly DraftChange[] {
  return [
    ...Object.entries(rows).map(([group, ids]): DraftChange => ({ op: 'rows', group, rows: ids })),
    ...Object.entries(answers).map(([pointer, value]): DraftChange => ({
      op: 'set',
      pointer,
      value,
    })),
    ...Object.entries(marks).map(([pointer, mark]): DraftChange => ({ op: 'mark', pointer, mark })),
  ];
}
