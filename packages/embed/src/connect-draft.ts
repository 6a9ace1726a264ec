import { openSession, type ServicePort, type Session } from '@guichet/engine';
import type { FormConnection } from '@guichet/elements';
import {
  httpGateway,
  newFileId,
  newRowId,
  openDraftLog,
  type DraftLog,
  type Gateway,
} from '@guichet/gateway';
import { bringForward } from './bring-forward.js';
import { freshlyMade, type FoundDraft } from './find-draft.js';
import { followLog } from './follow-log.js';
import type { FormContext } from './form-context.js';
import { keepFilings } from './keep-filings.js';

/** Opens a session on a draft, with the real clock, ids, store and service. */
export async function connectDraft(
  context: FormContext,
  found: FoundDraft,
): Promise<FormConnection> {
  const { procedure, store, operator } = context;
  const gateway = gatewayOf(context, found);
  const log = await openDraftLog({
    store: found.isKept ? store : undefined,
    gateway,
    draft: found.identity.id,
    n: found.draft.n,
  });
  const forward = await bringForward(context, found);
  const session = sessionOn(context, forward.found, log, gateway);
  if (forward.changes.length > 0) void log.append(forward.changes);
  const unfollow = followLog(log, session);

  return {
    session,
    languages: procedure.languages,
    operator,
    loadTexts: procedure.loadTexts,
    ...(forward.moved === undefined ? {} : { moved: forward.moved }),
    ...(found.isNews ? { filedMeanwhile: true as const } : {}),
    async startAnother() {
      return connectDraft(context, await freshlyMade(context));
    },
    async capsule() {
      const { makeCapsule } = await import('./make-capsule.js');
      return makeCapsule(context, found, await log.entries());
    },
    close() {
      unfollow();
      session.close();
      log.close();
    },
  };
}

function gatewayOf({ api }: FormContext, found: FoundDraft): Gateway | undefined {
  if (api === '') return undefined;
  const dossier = found.filed?.receipt.dossier;
  return httpGateway({
    api,
    identity: found.identity,
    draft: found.born,
    ...(dossier === undefined ? {} : { dossier }),
  });
}

function sessionOn(
  context: FormContext,
  found: FoundDraft,
  log: DraftLog,
  gateway: Gateway | undefined,
): Session {
  const { procedure, store, operator } = context;
  const { meta, plan, texts } = procedure;
  const service: ServicePort | undefined =
    gateway && keepFilings(gateway, store, found.identity.id);
  return openSession(plan, texts, {
    draft: found.draft,
    planHash: meta.planHash,
    textsHash: meta.texts[texts.lang] ?? '',
    textsHashes: meta.texts,
    filed: found.filed?.receipt,
    filedVersion: found.filed?.version,
    ports: {
      clock: { now: () => new Date() },
      ids: { row: newRowId, file: newFileId },
      drafts: log,
      ...(service === undefined ? {} : { service }),
      ...(operator === undefined ? {} : { operator }),
      later,
    },
  });
}

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
