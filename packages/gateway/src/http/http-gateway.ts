import type {
  AmendmentRequest,
  Draft,
  DraftEntry,
  Filing,
  FilingAnswer,
  FileSource,
  OperatorView,
  PieceFile,
  Receipt,
  Version,
} from '@guichet/engine';
import type { Answer, Gateway } from '../gateway.js';
import type { DraftIdentity } from '../identity.js';
import type { EntriesAnswer, GetDraft } from '../wire.js';
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

/**
 * The gateway to a service over HTTP, for one draft and the dossier it becomes.
 *
 * It never throws for the network: every act answers `unreachable` instead. The same idempotency
 * key goes with every attempt to file, so that a retry after a lost answer gives the same receipt.
 */
export function httpGateway(options: HttpGatewayOptions): Gateway {
  const { identity } = options;
  const reach: Reach = { ...options, capability: identity.capability };
  let created: Promise<Answer<null>> | undefined;
  let dossier = options.dossier;

  /** The service must know the draft before anything else is said of it; asked once, again if that failed. */
  async function ensureDraft(): Promise<Answer<null>> {
    created ??= request<null>(reach, api.draft(identity.id), {
      method: 'PUT',
      body: { draft: { id: identity.id, key: identity.key, ...options.draft } },
    });
    const answer = await created;
    if (answer.is !== 'ok') created = undefined;
    return answer;
  }
  async function onDraft<T>(act: () => Promise<Answer<T>>): Promise<Answer<T>> {
    const ready = await ensureDraft();
    return ready.is === 'ok' ? act() : ready;
  }
  function remember(answer: FilingAnswer): FilingAnswer {
    if ('receipt' in answer) dossier = answer.receipt.dossier;
    return answer;
  }

  return {
    receives: true,
    operator: () => request<OperatorView>(reach, api.operator()),
    appendEntries: (entries: readonly DraftEntry[]) =>
      onDraft(() =>
        request<EntriesAnswer>(reach, api.entries(identity.id), {
          method: 'POST',
          body: { entries },
        }),
      ),
    readDraft: () => request<GetDraft>(reach, api.draft(identity.id)),
    readVersion: (n) =>
      dossier === undefined ? notFiled() : request<Version>(reach, api.version(dossier, n)),
    async putPiece(piece: string, file: PieceFile, source: FileSource, onProgress) {
      const path = api.piece(identity.id, piece, file.id);
      return asPiece(file, await onDraft(() => uploadPiece(reach, path, source, onProgress)));
    },
    async file(filing: Filing) {
      const answer = await onDraft(() =>
        request<Receipt>(reach, api.file(identity.id), {
          method: 'POST',
          headers: { 'idempotency-key': identity.key },
          body: filing,
          timeout: 60_000,
        }),
      );
      return remember(readFilingAnswer(answer));
    },
    async amend(amendment: AmendmentRequest) {
      if (dossier === undefined) return { is: 'refused', code: 'not-filed', message: '' };
      const { etag, ...body } = amendment;
      const answer = await request<Receipt>(reach, api.amendments(dossier), {
        method: 'POST',
        // One per version amended: a retry after a lost answer must not meet its own success as a conflict.
        headers: { 'if-match': etag, 'idempotency-key': `${identity.key}-${body.difference.base}` },
        body,
        timeout: 60_000,
      });
      return remember(readAmendmentAnswer(answer));
    },
    async fileOn(day, filing) {
      const path = api.fileOn(identity.id);
      const answer = await onDraft(() =>
        day === null
          ? request<unknown>(reach, path, { method: 'DELETE' })
          : request<unknown>(reach, path, { method: 'PUT', body: { day, filing } }),
      );
      return answer.is === 'ok' ? { is: 'scheduled', on: day } : answer;
    },
  };
}

async function notFiled(): Promise<Answer<never>> {
  return { is: 'refused', status: 0, code: 'not-filed', message: '', body: {} };
}

function asPiece(file: PieceFile, answer: Answer<PieceFile>): PieceFile {
  if (answer.is === 'ok') return { ...file, ...answer.value };
  const problem = answer.is === 'refused' ? answer.code : 'upload-failed';
  return { ...file, state: 'refused', problem };
}
