import type { Day, Pointer, Texts } from '@guichet/procedure';
import type { DraftEntry, Mark } from '../draft.js';
import type { BroughtIn } from '../import/bring-in.js';
import type { Suggestion } from '../lookup/suggestion.js';
import type { News } from '../moving/news-of.js';
import type { CarriedAnswers } from '../links/carried-answers.js';
import type { Receipt } from '../ports.js';
import type {
  FeeView,
  FieldView,
  FilingOutcome,
  GroupView,
  Issue,
  PieceView,
  ReviewView,
  SaveView,
  StepSummary,
  StepView,
  WindowView,
} from './views.js';

/**
 * One person's run through one procedure, as much of it as shows and answers its pages.
 *
 * Every act answers with the exact set of things whose view changed: pointers of
 * fields and groups, and `@step`, `@steps`, `@save`, `@summary`, `@window`, `@fees`,
 * `@review`, `@filing`, `@piece/<name>`, `@language`. The same set reaches
 * subscribers. Reading a view never changes anything.
 */
export interface FormSession {
  readonly procedure: { readonly id: string; readonly version: string; readonly planHash: string };
  readonly profile: 'administration' | 'third-party';
  readonly texts: Texts;
  /** What is filed, once it is: the draft stays editable, and filing it again amends. */
  readonly filed: Receipt | undefined;
  readonly readOnly: boolean;
  /** What is new since the version that this draft was begun under; absent when it was begun under this one. */
  readonly news?: News;
  /** False where no service is behind the page: all stays on the device. Absent: there is one. */
  readonly canSend?: boolean;
  /** A procedure without filing: nothing is sent, the answer is where the person is led. */
  readonly guide?: true;

  /** Whether the acts that close an interview are here: always in a session of `openSession`. */
  isWhole(): this is Session;
  /** This session with them, loaded when they are not here. Rejects when they cannot be; asking again tries again. */
  whole(): Promise<Session>;

  step(): StepView;
  steps(): readonly StepSummary[];
  field(pointer: Pointer): FieldView;
  group(pointer: Pointer): GroupView;
  window(): WindowView;
  save(): SaveView;
  /** Issues to list above the current step, or of all steps on review; empty until "continue" or "file" was pressed. */
  summary(): readonly Issue[];
  /** What the answers are for and on which ground, in words, shown before the first of them (R14). */
  privacy?(): { readonly purpose: string; readonly basis: string; readonly source: string };
  /** Interface string or procedure text by dotted key (`ui` first), formatted; a sentence that says so when missing, never the key. */
  say(key: string, params?: Readonly<Record<string, unknown>>): string;
  /** Today in the operator's zone. */
  today(): Day;

  /** `raw` is what the control holds; the engine reads it into a value by kind. `undefined` or '' clears. */
  answer(pointer: Pointer, raw: unknown): ReadonlySet<string>;
  mark(pointer: Pointer, mark: Omit<Mark, 'at'> | null): ReadonlySet<string>;
  /** Focus left the field: its issue may now be shown. */
  leave(pointer: Pointer): ReadonlySet<string>;
  addRow(group: Pointer): ReadonlySet<string>;
  removeRow(group: Pointer, row: string): ReadonlySet<string>;
  moveRow(group: Pointer, row: string, before: string | null): ReadonlySet<string>;

  /** Goes on when the step has no issue that stops; else shows the summary. */
  next(): ReadonlySet<string>;
  back(): ReadonlySet<string>;
  goTo(step: string): ReadonlySet<string>;

  setTexts(texts: Texts): ReadonlySet<string>;
  subscribe(listener: (changed: ReadonlySet<string>) => void): () => void;
  close(): void;
}

/** What closes an interview: pieces, review, filing, and what another page on the same draft did. */
export interface ClosingActs {
  piece(name: string): PieceView;
  review(): ReviewView;
  fees(): FeeView;
  /** Answers that the exit being shown lets go along, ready for a draft of the other procedure (`draftFromLink`). */
  carried(): CarriedAnswers;

  attach(piece: string, files: readonly FileSource[]): ReadonlySet<string>;
  detach(piece: string, file: string): ReadonlySet<string>;
  choosePieceKind(piece: string, kind: string): ReadonlySet<string>;
  markPiece(
    piece: string,
    mark: { is: 'missing' | 'awaited'; why?: string; from?: string } | null,
  ): ReadonlySet<string>;
  /** Says the day written on the paper, as a control holds it; whole or in part. Empty takes it back. */
  datePiece?(piece: string, day: unknown): ReadonlySet<string>;

  /** Marks all that is still to complete with one reason. */
  markRest(mark: Omit<Mark, 'at'>): ReadonlySet<string>;
  file(): Promise<FilingOutcome>;
  /** Sends the difference with what is filed; `reason` in the person's words. */
  amend(reason: string): Promise<FilingOutcome>;
  /**
   * Entries of the list that can fill a field in, for a text. Empty when there is none: it never rejects, and what is
   * typed stays free. Filling is one act.
   */
  lookUp?(pointer: Pointer, text: string): Promise<readonly Suggestion[]>;
  /**
   * Reads a CSV table and adds its rows to a group in one act; what reads tables is loaded when it is asked for, and
   * rejects when it cannot be.
   */
  importRows?(group: Pointer, table: string | Uint8Array): Promise<BroughtIn>;
  /** Asks the service to file on that day; null cancels. */
  fileOn(day: Day | null): Promise<FilingOutcome>;

  /**
   * Takes in the draft's log, whole and in its order, when another page on the same draft has appended
   * to it: of two changes to one thing the later in the log holds, and what was done here and is not in
   * the log yet comes after all of it. The page stays where it is; nothing is appended again.
   */
  receive?(log: readonly DraftEntry[]): ReadonlySet<string>;

  /**
   * Takes back what was done last on this page: an answer as typed in one go, a mark, a row with all that was
   * in it, a piece declared missing, an import. What somebody else changed since stays. Files sent stay sent.
   */
  undo?(): ReadonlySet<string>;
  /** Does again what was undone last, until something else is done. */
  redo?(): ReadonlySet<string>;
  canUndo?(): boolean;
  canRedo?(): boolean;
}

/** One person's run through one procedure, whole. */
export interface Session extends FormSession, ClosingActs {}

/** Any `File` or `Blob` with a name satisfies it; the engine only passes it on. */
export interface FileSource {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}
