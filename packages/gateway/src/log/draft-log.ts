import type { DraftEntry, DraftPort, Saved } from '@guichet/engine';
import type { Gateway } from '../gateway.js';
import type { LocalStore } from '../store/local-store.js';

export interface DraftLogOptions {
  /** Absent where this device keeps nothing. */
  readonly store?: LocalStore | undefined;
  /** Absent where no service is to keep a copy. */
  readonly gateway?: Pick<Gateway, 'appendEntries'> | undefined;
  /** The draft; with a store, one that was created in it. */
  readonly draft: string;
  /** Number of the last entry, when there is no store to ask. */
  readonly n?: number;
  /** What was written before, when there is no store to ask: from a capsule. */
  readonly entries?: readonly DraftEntry[];
  /** Tells this page from the others on the same draft; made here when absent. */
  readonly device?: string;
  readonly clock?: { now(): Date };
  /** Milliseconds before the service is asked again, one after another; the last one repeats. */
  readonly retryAfter?: readonly number[];
}

/** The engine's port, and what a page needs beside it. */
export interface DraftLog extends DraftPort {
  readonly device: string;
  /** Where everything appended up to now is. */
  saved(): Saved;
  /** Called with what other pages on this device append to the same draft, in order. */
  onEntries(listener: (entries: readonly DraftEntry[]) => void): () => void;
  /** All that is known of the log here, kept or not. */
  entries(): Promise<readonly DraftEntry[]>;
  /** Resolves when nothing is on its way to a place that can be reached. */
  settled(): Promise<void>;
  close(): void;
}
