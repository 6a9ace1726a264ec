import type { Pointer } from '@guichet/procedure';
import type { DraftChange } from '../draft.js';
import type { Progress } from '../draft/apply-change.js';
import { goneRows, insideRows } from '../draft/gone-rows.js';

/** One line of the draft log, and the lines that take it back. */
export interface Step {
  readonly done: DraftChange;
  readonly back: readonly DraftChange[];
}

/** What one act of the person did, in order. */
export type Deed = readonly Step[];

/** What was done on this page and can be taken back, newest last; it lives as long as the page. */
export interface History {
  readonly done: Deed[];
  readonly undone: Deed[];
  /** Where the next deed goes: what undoes is remembered to be done again. */
  next: 'done' | 'undone';
  /** Field being typed in: keystrokes in a row are one deed. */
  typing: Pointer | undefined;
  /** What is undone stays to be done again until something else is done. */
  isTurning: boolean;
}

/** Deeds remembered; a person who wants more goes back to the answers. */
const kept = 100;

/** Nothing was done yet. */
export function emptyHistory(): History {
  return { done: [], undone: [], next: 'done', typing: undefined, isTurning: false };
}

/** Remembers one act. Keystrokes in one field, one after the other, are one. @internal */
export function remember(history: History, deed: Deed): void {
  const [first] = deed;
  if (!first) return;
  const isAnswer = deed.length === 1 && (first.done.op === 'set' || first.done.op === 'unset');
  const typed = isAnswer && 'pointer' in first.done ? first.done.pointer : undefined;
  const list = history[history.next];
  const last = list.at(-1)?.[0];
  if (!history.isTurning && typed !== undefined && typed === history.typing && last)
    list[list.length - 1] = [{ done: first.done, back: last.back }];
  else list.push(deed);
  if (list.length > kept) list.shift();
  history.typing = history.isTurning ? undefined : typed;
  if (!history.isTurning) history.undone.length = 0;
}

/**
 * What takes a change back, read before it is made; undefined for what is not undone: the way through the
 * pages, what is filed, and files, whose bytes went where they went. @internal
 */
export function backOf(
  progress: Progress,
  change: DraftChange,
): readonly DraftChange[] | undefined {
  if (change.op === 'set' || change.op === 'unset' || change.op === 'mark')
    return linesAt(progress, change.pointer);
  if (change.op === 'rows') return rowsBack(progress, change.group, change.rows);
  if (change.op !== 'piece') return undefined;
  const before = progress.pieces.get(change.name);
  const isMark = change.piece ? 'is' in change.piece : before && 'is' in before;
  return isMark ? [{ ...change, piece: before ?? null }] : undefined;
}

/** An answer set anew takes its mark away, so the mark follows it. */
function linesAt({ answers, marks }: Progress, pointer: Pointer): readonly DraftChange[] {
  const value = answers.get(pointer);
  const mark = marks.get(pointer);
  const line: DraftChange =
    value === undefined ? { op: 'unset', pointer } : { op: 'set', pointer, value };
  return mark ? [line, { op: 'mark', pointer, mark }] : [line];
}

/** The rows that were, then all that was given in those that go. */
function rowsBack(
  progress: Progress,
  group: Pointer,
  rows: readonly string[],
): readonly DraftChange[] | undefined {
  const before = progress.rows.get(group);
  if (before === undefined && rows.length === 0) return undefined;
  const gone = goneRows(before, rows);
  const inGone = insideRows(group, gone);
  const mark = progress.marks.get(group);
  const lines: DraftChange[] = [{ op: 'rows', group, rows: before ?? [] }];
  if (mark) lines.push({ op: 'mark', pointer: group, mark });
  if (gone.length === 0) return lines;
  for (const [inner, ids] of progress.rows)
    if (inGone(inner)) lines.push({ op: 'rows', group: inner, rows: ids });
  for (const pointer of new Set([...progress.answers.keys(), ...progress.marks.keys()]))
    if (inGone(pointer)) lines.push(...linesAt(progress, pointer));
  return lines;
}
