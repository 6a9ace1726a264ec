import type { Pointer } from '@guichet/procedure';
import type { DraftChange, Incident, Mark } from '../draft.js';
import { isStandIn } from '../interpreter/scope.js';
import type { Content } from '../model/content.js';
import { goneRows, insideRows } from './gone-rows.js';

/** The part of a draft that changes: its content and where the person is. */
export interface Progress extends Content {
  readonly continued: Set<string>;
  at: string | undefined;
  fileOn: string | undefined;
  incidents: readonly Incident[];
}

/**
 * Applies one change: the only place that says what a line of the draft log means,
 * used by the live session and by the fold, so that both end in the same state.
 */
export function applyChange(to: Progress, change: DraftChange): void {
  switch (change.op) {
    case 'set':
      to.answers.set(change.pointer, change.value);
      to.marks.delete(change.pointer);
      return;
    case 'unset':
      to.answers.delete(change.pointer);
      to.marks.delete(change.pointer);
      return;
    case 'mark':
      putMark(to, change.pointer, change.mark);
      return;
    case 'rows':
      setRows(to, change.group, change.rows);
      return;
    case 'piece':
      if (change.piece) to.pieces.set(change.name, change.piece);
      else to.pieces.delete(change.name);
      return;
    default:
      moveOn(to, change);
  }
}

/** A mark in place of an answer takes its place; beside rows, which are an answer too, it means nothing. */
function putMark(to: Progress, pointer: Pointer, mark: Mark | null): void {
  if (mark && isStandIn(mark)) {
    if (to.rows.get(pointer)?.length) return;
    to.answers.delete(pointer);
    to.rows.delete(pointer);
  }
  if (mark) to.marks.set(pointer, mark);
  else to.marks.delete(pointer);
}

function moveOn(to: Progress, change: DraftChange): void {
  if (change.op === 'continue') to.continued.add(change.step);
  if (change.op === 'visit') to.at = change.step;
  if (change.op === 'file-on') to.fileOn = change.day ?? undefined;
  if (change.op === 'incident') {
    const { since, what, at } = change;
    to.incidents = [...to.incidents, { since, what, at }];
  }
}

/** What was answered in a row goes with it. */
function setRows(to: Progress, group: Pointer, rows: readonly string[]): void {
  const gone = goneRows(to.rows.get(group), rows);
  const isGone = insideRows(group, gone);
  if (gone.length > 0)
    for (const map of [to.answers, to.marks, to.rows])
      for (const pointer of map.keys()) if (isGone(pointer)) map.delete(pointer);
  to.marks.delete(group);
  to.rows.set(group, rows);
}
