import type { Day, PartialDay, Pointer } from '@guichet/procedure';

/** What is known about a pointer beside, or instead of, its answer. The first three satisfy `required` unless `mustKnow`. */
export interface Mark {
  readonly is: 'unknown' | 'awaited' | 'refusedToSay' | 'taken' | 'verified';
  readonly why?: string;
  readonly from?: string;
  /** ISO instant. */
  readonly at: string;
}

/** One file of a piece. `sha256` is lower-case hex of the bytes as sent. */
export interface PieceFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly sha256?: string;
  readonly state: 'chosen' | 'sending' | 'stored' | 'refused';
  /** Issue code when refused: `file-too-large`, `file-type-forbidden`, `file-empty`, `upload-failed`… */
  readonly problem?: string;
}

/** What was given for a piece, or why it is not there. */
export type PieceAnswer =
  /** `datedOn`: day written on the paper, as the person says; its freshness is judged at filing and frozen. */
  | { readonly files: readonly PieceFile[]; readonly kind?: string; readonly datedOn?: PartialDay }
  | { readonly is: 'missing' | 'awaited'; readonly why?: string; readonly from?: string; readonly at: string };

export interface PlanRef {
  readonly id: string;
  readonly version: string;
  readonly planHash: string;
}

/**
 * Answers not filed yet, parked ones included. Pointers hold row ids below groups.
 * The idempotency `key` and the `capability` are made with the draft and never change.
 */
export interface Draft {
  readonly format: 1;
  /** 26 characters of Crockford base32: 128 bits and more. */
  readonly id: string;
  readonly key: string;
  readonly procedure: PlanRef;
  /** ISO instant. */
  readonly startedAt: string;
  /** Number of the last entry folded in; 0 for a fresh draft. */
  readonly n: number;
  readonly answers: Readonly<Record<Pointer, unknown>>;
  readonly rows: Readonly<Record<Pointer, readonly string[]>>;
  readonly marks: Readonly<Record<Pointer, Mark>>;
  readonly pieces: Readonly<Record<string, PieceAnswer>>;
  /** Steps continued past; on an `each` step `name:row`. */
  readonly continued: readonly string[];
  /** Step last shown, same form. */
  readonly at?: string;
  /** Set when the service is to file it on that day. */
  readonly fileOn?: Day;
  /** Times when filing failed because the service could not be reached, oldest first: claims of the device. */
  readonly incidents?: readonly Incident[];
}

/** Something that kept the person from filing. ISO instants: when it was met, and when it was written down. */
export interface Incident {
  readonly since: string;
  readonly what: 'unreachable';
  readonly at: string;
}

/** One line of the draft log: what happened, not what resulted. `device` tells two tabs or two people apart. */
export type DraftEntry = { readonly n: number; readonly at: string; readonly device: string } & DraftChange;
export type DraftChange =
  | { readonly op: 'set'; readonly pointer: Pointer; readonly value: unknown }
  | { readonly op: 'unset'; readonly pointer: Pointer }
  | { readonly op: 'mark'; readonly pointer: Pointer; readonly mark: Mark | null }
  | { readonly op: 'rows'; readonly group: Pointer; readonly rows: readonly string[] }
  | { readonly op: 'piece'; readonly name: string; readonly piece: PieceAnswer | null }
  | { readonly op: 'continue'; readonly step: string }
  | { readonly op: 'visit'; readonly step: string }
  | { readonly op: 'file-on'; readonly day: Day | null }
  | ({ readonly op: 'incident' } & Incident)
  | { readonly op: 'move'; readonly to: PlanRef };

/** A version as filed: active answers nested, rows as arrays of objects with `_row`, marks and pieces of active pointers. */
export interface Version {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly marks: Readonly<Record<Pointer, Mark>>;
  readonly pieces: Readonly<Record<string, PieceAnswer>>;
}

export interface Change {
  readonly op: 'set' | 'unset' | 'mark' | 'unmark' | 'row-add' | 'row-remove' | 'row-move' | 'piece';
  readonly pointer: Pointer;
  /** What was there; of a row its place. Absent: nothing was. */
  readonly from?: unknown;
  /** What is there now; of a row its place. Absent: nothing is. */
  readonly to?: unknown;
  /** What a removed row held, or what a row that comes back holds: with it the change can be turned round. */
  readonly row?: RowContent;
}

/** All that was given in one row: nested answers without its `_row`, marks by pointer. */
export interface RowContent {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly marks: Readonly<Record<Pointer, Mark>>;
}

/** The difference between a filed version and another: written when made, never rebuilt. */
export interface ChangeSet {
  readonly base: number;
  readonly changes: readonly Change[];
}
