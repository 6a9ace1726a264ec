import type {
  DossierView,
  DraftEntry,
  OperatorView,
  Receipt,
  SealedAttestation,
  ServicePort,
  Version,
} from '@guichet/engine';
import type { EntriesAnswer, GetDraft, StreamedEvent } from './wire.js';

/** What one request came to. A network fault is an answer like another: nothing is thrown for it. */
export type Answer<T> =
  | { readonly is: 'ok'; readonly value: T }
  | {
      readonly is: 'refused';
      readonly status: number;
      /** Stable code of the problem, or `http-<status>` when the answer carried none. */
      readonly code: string;
      readonly message: string;
      /** The whole problem document, for codes that carry more. */
      readonly body: Readonly<Record<string, unknown>>;
    }
  | { readonly is: 'unreachable' };

/** One draft's way to a service: the engine's port, and the copy of its log. */
export interface Gateway extends ServicePort {
  /** False when nothing behind it can register a dossier: it can then never answer `filed`. */
  readonly receives: boolean;
  operator(): Promise<Answer<OperatorView>>;
  /** Entries the service holds already are ignored by their number. */
  appendEntries(entries: readonly DraftEntry[]): Promise<Answer<EntriesAnswer>>;
  readDraft(): Promise<Answer<GetDraft>>;
  /** The last receipt of a draft that was filed, perhaps without this page knowing; null while it is not. */
  readReceipt(): Promise<Answer<Receipt | null>>;
  /** A version of the dossier that this draft became, as it was filed or amended. */
  readVersion(n: number): Promise<Answer<Version>>;
}

/** One filed dossier, seen by whoever holds its capability. */
export interface DossierGateway {
  view(): Promise<Answer<DossierView>>;
  command(name: string, body?: Readonly<Record<string, unknown>>): Promise<Answer<DossierView>>;
  attestation(id: string): Promise<Answer<SealedAttestation>>;
  /** Calls at each event after `since`, in order, each once; the answer ends it. */
  follow(since: number, onEvent: (event: StreamedEvent) => void): () => void;
}
