import type { Day, Operator } from '@guichet/procedure';
import type { ChangeSet, DraftChange, PieceFile, Version } from './draft.js';
import type { DossierView } from './dossier/view.js';
import type { FileSource } from './session/views.js';

/** What the engine needs from outside; nothing in the engine does I/O. */
export interface Ports {
  readonly clock: { now(): Date };
  readonly ids: {
    /** Row id: 10 characters of Crockford base32, first one a letter. */
    row(): string;
    /** File id: 26 characters of Crockford base32. */
    file(): string;
  };
  /** Appends to the draft log. */
  readonly drafts: DraftPort;
  /** Absent while previewing: nothing can be filed. */
  readonly service?: ServicePort;
  /** Keeps the bytes of files on this device. With a service it is the service's port that keeps what is not sent yet. */
  readonly files?: FilePort;
  readonly operator?: OperatorView;
  /**
   * What may be wrong with a text whose format holds (`doubtOf` of `@guichet/procedure/doubts`): a code of the
   * words `doubt.<code>`, or nothing. Advice only; a failure says nothing.
   */
  readonly doubts?: (format: string, value: string) => Promise<string | undefined>;
  /** Lists that can fill answers in (communes, schools…). Absent: people type, as they always may. */
  readonly lookups?: LookupPort;
  /** Runs `run` after `ms`; the answer cancels it. */
  readonly later?: (run: () => void, ms: number) => () => void;
}

/** Public part of operator.json. */
export type OperatorView = Operator;

export interface LookupPort {
  /**
   * Entries of a list for a text as typed, best first. `with` holds the answers that narrow the list down, by the
   * last name of their pointer, as far as they are known. May be slow, throw or find nothing: nobody waits for it.
   */
  find(
    list: string,
    query: { readonly text: string; readonly with: Readonly<Record<string, unknown>> },
  ): Promise<readonly LookupEntry[]>;
}

/** One entry of a list: what is shown of it, and what it answers. */
export interface LookupEntry {
  readonly label: string;
  readonly values: Readonly<Record<string, string | number | boolean>>;
}

/** Where a change is durable. Neither: the page must say so. */
export interface Saved {
  readonly device: boolean;
  readonly service: boolean;
  /** ISO instant of the last change known durable. */
  readonly at: string;
}

export interface DraftPort {
  /** How the log names this page, so that a session knows its own lines among those of other pages. */
  readonly device?: string;
  /** Resolves when the changes are durable in at least one place, or with both false. Order is kept. */
  append(changes: readonly DraftChange[]): Promise<Saved>;
  /** Called whenever the truth changes (the service caught up, went away…). */
  onSaved(listener: (saved: Saved) => void): () => void;
}

export interface FilePort {
  /** Never throws; false when the device has no room for it. */
  keep(piece: string, file: PieceFile, source: FileSource): Promise<boolean>;
  /** The person took it away. Never throws. */
  drop(piece: string, file: string): Promise<void>;
}

export interface ServicePort {
  /** Uploads one file of a piece of this draft; the answer's `state` is `stored` or `refused`. Never throws. */
  putPiece(
    piece: string,
    file: PieceFile,
    source: FileSource,
    onProgress: (ratio: number) => void,
  ): Promise<PieceFile>;
  /** Never throws: network faults are `unreachable`. Always the same idempotency key for one draft. */
  file(filing: Filing): Promise<FilingAnswer>;
  amend(amendment: AmendmentRequest): Promise<FilingAnswer>;
  /** Of a party's session: sends what they give. Absent where parties cannot be asked. */
  contribute?(contribution: Contribution): Promise<FilingAnswer>;
  fileOn(
    day: Day | null,
    filing: Filing,
  ): Promise<
    | { readonly is: 'scheduled'; readonly on: Day | null }
    | { readonly is: 'unreachable' }
    | { readonly is: 'refused'; readonly code: string; readonly message: string }
  >;
}

export interface Filing {
  readonly version: Version;
  readonly planHash: string;
  readonly textsHash: string;
  readonly lang: string;
  /** ISO instant at which filing was first tried in vain: a claim of the device, never of the future. */
  readonly incidentSince?: string;
}

/** What a party gives to somebody's dossier: changes of what they were asked, and of nothing else. */
export interface Contribution extends Omit<Filing, 'version' | 'incidentSince'> {
  readonly party: string;
  readonly difference: ChangeSet;
}

export interface AmendmentRequest extends Filing {
  readonly etag: string;
  readonly difference: ChangeSet;
  readonly reason: string;
}

/** The answer to a filing is the attestation (design: the proof belongs to the person). */
export interface Receipt {
  /** Opaque id of the dossier. */
  readonly dossier: string;
  /** Short reference that can be read aloud. */
  readonly reference: string;
  readonly profile: 'administration' | 'third-party';
  /** The service's time of receipt. */
  readonly at: string;
  readonly version: number;
  readonly etag: string;
  readonly attestation: SealedAttestation;
  readonly view: DossierView;
}

/** A signed statement: `jws` is the evidence, `document` what it says in words. */
export interface SealedAttestation {
  readonly id: string;
  readonly kind: string;
  readonly jws: string;
  readonly document: AttestationDocument;
  /** Address of the page that checks it (`https://…/verifier/`), ASCII, without a fragment; printed and put before the code. */
  readonly verifier?: string;
}

/** Human view of an attestation: labelled lines per language, French first and prevailing. */
export interface AttestationDocument {
  readonly title: string;
  readonly issuedAt: string;
  /** Sentences and label/value lines in the order they are read. `lang` of the text. */
  readonly parts: readonly AttestationPart[];
  /** Phrase to compare by eye: 3 groups of 4 digits. */
  readonly check: string;
}
export type AttestationPart =
  | { readonly is: 'heading'; readonly lang: string; readonly text: string }
  | {
      readonly is: 'sentence';
      readonly lang: string;
      readonly text: string;
      readonly strong?: boolean;
    }
  | { readonly is: 'line'; readonly lang: string; readonly label: string; readonly value: string };

export type FilingAnswer =
  | { readonly is: 'filed' | 'prepared' | 'amended'; readonly receipt: Receipt }
  | { readonly is: 'already-filed'; readonly receipt: Receipt; readonly difference: ChangeSet }
  | {
      readonly is: 'issues';
      readonly issues: readonly {
        readonly pointer: string;
        readonly code: string;
        readonly params: Readonly<Record<string, unknown>>;
      }[];
    }
  | { readonly is: 'refused'; readonly code: string; readonly message: string }
  | { readonly is: 'unreachable' };
