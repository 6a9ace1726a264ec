import type { FormSession, ServicePort } from '@guichet/engine';
import { formatMessage, openForm } from '@guichet/engine/form';
import type { FormConnection, OtherProcedure } from '@guichet/elements';
import {
  httpGateway,
  newFileId,
  newRowId,
  openDraftLog,
  type DraftLog,
  type Gateway,
} from '@guichet/gateway';
import type { Forward } from './bring-forward.js';
import { doubts } from './doubts.js';
import { freshlyMade, type FoundDraft } from './find-draft.js';
import { followLog } from './follow-log.js';
import type { FormContext } from './form-context.js';
import { keepFiles } from './keep-files.js';
import { keepFilings } from './keep-filings.js';
import type { LoadedProcedure } from './load-procedure.js';

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
    ...(found.entries === undefined ? {} : { entries: found.entries }),
  });
  const forward = await forwardOf(context, found);
  const session = await sessionOn(context, forward, log, gateway);
  if (forward.changes.length > 0) void log.append(forward.changes);
  const unfollow = followLog(log, session);
  const stopWords = learnWords(procedure, session);
  const stopWarming = later(() => warmDates(session), 100);

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
    async restore(file, code) {
      const { restoreHere } = await import('./restore-here.js');
      const restored = await restoreHere(context, file, code);
      if (typeof restored === 'string') return { is: 'refused', why: restored };
      return { is: 'restored', connection: await connectDraft(restored.context, restored.found) };
    },
    openOther: (other) => elsewhere(context, other),
    close() {
      unfollow();
      stopWords();
      stopWarming();
      session.close();
      log.close();
    },
  };
}

/** Few exits lead to another procedure, and few people go: what opens it is loaded then. */
async function elsewhere(context: FormContext, other: OtherProcedure): Promise<FormConnection> {
  const { openOther } = await import('./open-other.js');
  return openOther(context, other, connectDraft);
}

/** A draft of an older version is rare: what carries it along is loaded when there is one. */
async function forwardOf(context: FormContext, found: FoundDraft): Promise<Forward> {
  if (found.draft.procedure.planHash === context.procedure.meta.planHash)
    return { found, changes: found.begun ?? [] };
  const { bringForward } = await import('./bring-forward.js');
  return bringForward(context, found);
}

/**
 * The words of what follows filing, once the first page is there, so that an outage later costs none of
 * them; asked again when the network comes back.
 */
function learnWords({ loadTexts }: LoadedProcedure, session: FormSession): () => void {
  const { lang } = session.texts;
  const learn = (): void => {
    const learnt = loadTexts(lang).then((texts) => {
      stop();
      if (session.texts.lang === lang) session.setTexts(texts);
    });
    learnt.catch(() => undefined);
  };
  const cancel = later(learn, 500);
  const stop = (): void => {
    cancel();
    removeEventListener('online', learn);
  };
  addEventListener('online', learn);
  return stop;
}

/**
 * A page's first date in words costs 20 ms, whoever asks for it. Made while the person reads, it is not in
 * the way of the first key they press, which is when "saved at" is said.
 */
function warmDates({ texts, today }: FormSession): void {
  formatMessage([{ arg: 'day', as: 'date' }], { day: today() }, texts.lang);
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
  { found, news }: Forward,
  log: DraftLog,
  gateway: Gateway | undefined,
): Promise<FormSession> {
  const { procedure, store, operator } = context;
  const { meta, plan, texts } = procedure;
  const service: ServicePort | undefined =
    gateway && keepFilings(gateway, store, found.identity.id);
  return openForm(plan, texts, {
    draft: found.draft,
    planHash: meta.planHash,
    textsHash: meta.texts[texts.lang] ?? '',
    textsHashes: meta.texts,
    filed: found.filed?.receipt,
    filedVersion: found.filed?.version,
    news,
    ports: {
      clock: { now: () => new Date() },
      ids: { row: newRowId, file: newFileId },
      drafts: log,
      ...(service === undefined ? {} : { service }),
      ...(store === undefined ? {} : { files: keepFiles(store, found.identity.id) }),
      ...(operator === undefined ? {} : { operator }),
      later,
      doubts,
    },
  });
}

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
