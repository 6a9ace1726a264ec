import type { Draft, FilingAnswer, PieceFile, Receipt, Version } from '@guichet/engine';
import type { Answer, Gateway } from '../gateway.js';
import type { DraftIdentity } from '../identity.js';
import type { EntriesAnswer, GetDraft, GetOperator, GetReceipt } from '../wire.js';
import { api } from '../wire.js';
import { readAmendmentAnswer, readFilingAnswer } from './filing-answer.js';
import { request, type Reach } from './request.js';
import { uploadPiece } from './upload-piece.js';

export interface HttpGatewayOptions extends Omit<Reach, 'capability'> {
  readonly identity: DraftIdentity;
  /** As the draft was born: the service pins it by them. */
  readonly draft: Pick<Draft, 'procedure' | 'startedAt'>;
  /** Set when the draft was filed before this page was opened. */
  readonly dossier?: string;
}

/** A service may seal, write and sign for a while on its busiest day. */
const patience = 60_000;

/**
 * The gateway to a service over HTTP, for one draft and the dossier it becomes.
 *
 * It never throws for the network: every act answers `unreachable` instead. The same idempotency
 * key goes with every attempt to file, so that a retry after a lost answer gives the same receipt.
 */
export function httpGateway(options: HttpGatewayOptions): Gateway {
  const { identity } = options;
  const reach: Reach = { ...options, capability: identity.capability };
  const onDraft = draftFirst(reach, options);
  return {
    receives: true,
    operator: () => request<GetOperator>(reach, api.operator()),
    appendEntries: (entries) =>
      onDraft(() =>
        request<EntriesAnswer>(reach, api.entries(identity.id), {
          method: 'POST',
          body: { entries },
        }),
      ),
    readDraft: () => request<GetDraft>(reach, api.draft(identity.id)),
    async putPiece(piece, file, source, onProgress) {
      const path = api.piece(identity.id, piece, file.id);
      return asPiece(file, await onDraft(() => uploadPiece(reach, path, source, onProgress)));
    },
    async fileOn(day, filing) {
      const path = api.fileOn(identity.id);
      const asked =
        day === null
          ? ({ method: 'DELETE' } as const)
          : ({ method: 'PUT', body: { day, filing } } as const);
      const answer = await onDraft(() => request<unknown>(reach, path, asked));
      return answer.is === 'ok' ? { is: 'scheduled', on: day } : answer;
    },
    ...filingOn(reach, options, onDraft),
  };
}

type OnDraft = <T>(act: () => Promise<Answer<T>>) => Promise<Answer<T>>;

/** The service must know the draft before anything else is said of it: told once, again if that failed. */
function draftFirst(reach: Reach, { identity, draft }: HttpGatewayOptions): OnDraft {
  let created: Promise<Answer<null>> | undefined;
  return async (act) => {
    const { id, key } = identity;
    const body = { draft: { id, key, ...draft } };
    created ??= request<null>(reach, api.draft(id), { method: 'PUT', body });
    const ready = await created;
    if (ready.is === 'ok') return act();
    created = undefined;
    return ready;
  };
}

function filingOn(
  reach: Reach,
  { identity, dossier: known }: HttpGatewayOptions,
  onDraft: OnDraft,
): Pick<Gateway, 'file' | 'amend' | 'readReceipt' | 'readVersion'> {
  let dossier = known;
  function remember(answer: FilingAnswer): FilingAnswer {
    if ('receipt' in answer) dossier = answer.receipt.dossier;
    return answer;
  }
  return {
    async file(body) {
      const headers = { 'idempotency-key': identity.key };
      const asked = { method: 'POST', headers, body, timeout: patience } as const;
      const answer = await onDraft(() => request<Receipt>(reach, api.file(identity.id), asked));
      return remember(readFilingAnswer(answer));
    },
    async amend({ etag, ...body }) {
      if (dossier === undefined) return { is: 'refused', code: 'not-filed', message: '' };
      // One per version amended: a retry after a lost answer must not meet its own success as a conflict.
      const key = `${identity.key}-${body.difference.base}`;
      const headers = { 'if-match': etag, 'idempotency-key': key };
      const asked = { method: 'POST', headers, body, timeout: patience } as const;
      return remember(readAmendmentAnswer(await request(reach, api.amendments(dossier), asked)));
    },
    async readReceipt() {
      const answer = await onDraft(() =>
        request<GetReceipt | null>(reach, api.receipt(identity.id)),
      );
      if (answer.is === 'ok') dossier = answer.value?.dossier ?? dossier;
      return answer;
    },
    readVersion: async (n) =>
      dossier === undefined ? notFiled : request<Version>(reach, api.version(dossier, n)),
  };
}

const notFiled = { is: 'refused', status: 0, code: 'not-filed', message: '', body: {} } as const;

function asPiece(file: PieceFile, answer: Answer<PieceFile>): PieceFile {
  if (answer.is === 'ok') return { ...file, ...answer.value };
  const problem = answer.is === 'refused' ? answer.code : 'upload-failed';
  return { ...file, state: 'refused', problem };
}
