import type { DraftChange, DraftEntry, PlanRef, Receipt, Version } from '@guichet/engine';
import type { DraftIdentity } from '../identity.js';

/** A draft as this device knows it; what was typed is in its entries. */
export interface StoredDraft extends DraftIdentity {
  /** As it was born: a `move` entry says where it went since. */
  readonly procedure: PlanRef;
  /** ISO instant. */
  readonly startedAt: string;
  /** ISO instant of the last entry. */
  readonly touchedAt: string;
  /** Origin of the service that keeps it too; empty for none. */
  readonly api: string;
  /** Number of the last entry. */
  readonly n: number;
  /** Number of the last entry that the service said it holds. */
  readonly sent: number;
}

/** What was filed from a draft: the service's answer, and the version it speaks of when this device knows it. */
export interface StoredReceipt {
  readonly draft: string;
  readonly receipt: Receipt;
  readonly version?: Version;
}

/** Bytes of a file that was chosen and is not with the service yet. */
export interface StoredFile {
  readonly draft: string;
  readonly piece: string;
  readonly id: string;
  readonly name: string;
  readonly bytes: Blob;
}

export type NewDraft = Omit<StoredDraft, 'n' | 'sent' | 'touchedAt'>;

/**
 * What this device keeps of a person's drafts. A promise that resolves means *durable*: on the disk,
 * not in a cache of the browser. Entries are only ever added.
 */
export interface LocalStore {
  /** Adds a draft; one of that id that is there already stays as it is. */
  create(draft: NewDraft): Promise<void>;
  draft(id: string): Promise<StoredDraft | undefined>;
  /** Drafts of one procedure, the last touched first. */
  drafts(procedure: string): Promise<readonly StoredDraft[]>;
  /** Numbers the changes after the last entry and keeps them, all or none. */
  append(
    draft: string,
    changes: readonly DraftChange[],
    by: { readonly device: string; readonly at: string },
  ): Promise<readonly DraftEntry[]>;
  /** Entries numbered above `after`, in order. */
  entries(draft: string, after: number, limit?: number): Promise<readonly DraftEntry[]>;
  /** Never goes back: a late acknowledgement of fewer entries changes nothing. */
  markSent(draft: string, n: number): Promise<void>;
  /** Keeps entries that come with their numbers: from the service, or from a capsule. */
  restore(draft: string, entries: readonly DraftEntry[]): Promise<void>;
  keepReceipt(filed: StoredReceipt): Promise<void>;
  /** Receipts of a draft by version, the first one first. */
  receipts(draft: string): Promise<readonly StoredReceipt[]>;
  /** Finds a receipt by its dossier. */
  receiptOf(dossier: string): Promise<StoredReceipt | undefined>;
  keepFile(file: StoredFile): Promise<void>;
  files(draft: string): Promise<readonly StoredFile[]>;
  dropFile(draft: string, piece: string, id: string): Promise<void>;
  /** Keeps a copy of something public that a later page may need while the service is away: a plan, an operator. */
  keepCopy(name: string, value: unknown): Promise<void>;
  copy(name: string): Promise<unknown>;
  /** Takes the draft and all that belongs to it off this device. */
  forget(draft: string): Promise<void>;
  close(): void;
}
