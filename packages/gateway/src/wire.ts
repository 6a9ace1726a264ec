/**
 * The wire contract, version 1: what travels between an element and a service.
 *
 * Every request but `operator` and the published files carries
 * `Authorization: Bearer <capability>`: 128 bits, made with the draft, stored hashed
 * by the service; it opens that draft and the dossier it becomes, nothing else.
 * Bodies are JSON but for pieces. Errors are `application/problem+json` with a stable `code`.
 */
import type {
  ChangeSet,
  Draft,
  DraftEntry,
  DossierEvent,
  DossierView,
  Filing,
  OperatorView,
  PieceFile,
  Receipt,
  SealedAttestation,
} from '@guichet/engine';

/**
 * The name of a piece as one segment of a path: `:` stands between a piece and its instance, since many servers on
 * the way refuse `%2F`. No name of a procedure has a `:`.
 */
export function pieceInUrl(piece: string): string {
  return encodeURIComponent(piece.replace('/', ':'));
}

/** The name of a piece, from a decoded segment of a path. */
export function pieceOfUrl(segment: string): string {
  return segment.replace(':', '/');
}

export const api = {
  operator: () => '/api/v1/operator',
  keys: () => '/api/v1/keys',
  /** PUT creates (idempotent), GET reads. */
  draft: (id: string) => `/api/v1/drafts/${id}`,
  /** POST appends entries. */
  entries: (id: string) => `/api/v1/drafts/${id}/entries`,
  /** PUT bytes of one file. */
  piece: (draft: string, piece: string, file: string) =>
    `/api/v1/drafts/${draft}/pieces/${pieceInUrl(piece)}/${file}`,
  /** POST with `Idempotency-Key`. */
  file: (draft: string) => `/api/v1/drafts/${draft}/file`,
  /** GET the last receipt of a draft that was filed; 204 while it is not. */
  receipt: (draft: string) => `/api/v1/drafts/${draft}/receipt`,
  /** PUT sets the day, DELETE cancels. */
  fileOn: (draft: string) => `/api/v1/drafts/${draft}/file-on`,
  dossier: (id: string) => `/api/v1/dossiers/${id}`,
  /** GET, `text/event-stream`; `Last-Event-ID` is the dossier's own sequence. */
  events: (id: string) => `/api/v1/dossiers/${id}/events`,
  /** POST with `If-Match`. */
  amendments: (id: string) => `/api/v1/dossiers/${id}/amendments`,
  /** POST a command: withdraw, undo-withdrawal, transmit, report-incident; officers: take, release, decide, close, reopen. */
  commands: (id: string) => `/api/v1/dossiers/${id}/commands`,
  attestation: (id: string, attestation: string) =>
    `/api/v1/dossiers/${id}/attestations/${attestation}`,
  version: (id: string, n: number) => `/api/v1/dossiers/${id}/versions/${n}`,
} as const;

export interface PutDraft {
  readonly draft: Pick<Draft, 'id' | 'key' | 'procedure' | 'startedAt'>;
}
export interface PostEntries {
  readonly entries: readonly DraftEntry[];
}
/** The service keeps one log per draft; `n` is the number of the last entry it holds. */
export interface EntriesAnswer {
  readonly n: number;
  readonly savedAt: string;
}
export interface GetDraft {
  readonly draft: Pick<Draft, 'id' | 'key' | 'procedure' | 'startedAt'>;
  readonly entries: readonly DraftEntry[];
  readonly dossier?: string;
  readonly fileOn?: string;
  /** What the service was asked to do alone and could not: nothing was lost, the person decides. */
  readonly notices?: readonly {
    readonly at: string;
    readonly what: 'file-on';
    readonly code: string;
    readonly issues?: IssuesProblem['issues'];
  }[];
}
/** Query or headers of a piece upload: `Content-Digest: sha-256=:base64:`, `X-Guichet-Name` (percent-encoded). */
export type PieceAnswerBody = PieceFile;

export type PostFiling = Filing;
/** 201 filed or prepared; 200 the same again. */
export type FilingAnswerBody = Receipt;
/** `view`, `etag` and `version` are those of now. */
export type GetReceipt = Receipt;
/** 409 `already-filed`. */
export interface AlreadyFiled extends ProblemBody {
  readonly code: 'already-filed';
  readonly receipt: Receipt;
  readonly difference: ChangeSet;
}
/** 422 `issues`. */
export interface IssuesProblem extends ProblemBody {
  readonly code: 'issues';
  readonly issues: readonly {
    readonly pointer: string;
    readonly code: string;
    readonly params: Readonly<Record<string, unknown>>;
  }[];
}
export interface PostAmendment extends Filing {
  readonly difference: ChangeSet;
  readonly reason: string;
}
export interface PostCommand {
  readonly command: string;
  readonly body?: Readonly<Record<string, unknown>>;
}
export interface PutFileOn {
  readonly day: string;
  readonly filing: Filing;
}
/** One server-sent event: `id:` is `seq`, `event:` is `dossier`, `data:` this. */
export interface StreamedEvent {
  readonly event: DossierEvent;
  readonly view: DossierView;
}
export type GetOperator = OperatorView;
export type GetAttestation = SealedAttestation;
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
}
