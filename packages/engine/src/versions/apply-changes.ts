import type { Pointer } from '@guichet/procedure';
import { parsePointer } from '@guichet/procedure';
import type { Change, ChangeSet, Mark, PieceAnswer, Version } from '../draft.js';
import { EngineError } from '../errors.js';
import { rowIdOf } from './flatten.js';

type Place = Record<string, unknown> | unknown[];

/**
 * The version after a change set; the given one is untouched. Rows are found by
 * `_row`, never by index. Throws `row-not-found` when a change names a row that is
 * not there, `pointer-forbidden` when it names a prototype. Pure.
 */
export function applyChanges(version: Version, { changes }: ChangeSet): Version {
  const answers = JSON.parse(JSON.stringify(version.answers)) as Record<string, unknown>;
  const marks = new Map(Object.entries(version.marks));
  const pieces = new Map(Object.entries(version.pieces));
  for (const change of changes) {
    const { op, pointer, to } = change;
    if (op === 'mark') marks.set(pointer, to as Mark);
    else if (op === 'unmark') marks.delete(pointer);
    else if (op === 'piece') applyPiece(pieces, pointer.slice('@piece/'.length), to);
    else applyAnswer(answers, change);
    if (op === 'row-remove') forget(marks, `${pointer}/`);
  }
  return { answers, marks: Object.fromEntries(marks), pieces: Object.fromEntries(pieces) };
}

function applyPiece(pieces: Map<string, PieceAnswer>, name: string, to: unknown): void {
  if (to === undefined) pieces.delete(name);
  else pieces.set(name, to as PieceAnswer);
}

function forget(marks: Map<Pointer, Mark>, prefix: string): void {
  for (const pointer of marks.keys()) if (pointer.startsWith(prefix)) marks.delete(pointer);
}

function applyAnswer(root: Record<string, unknown>, { op, pointer, to }: Change): void {
  const segments = parsePointer(pointer);
  const last = segments.pop() ?? '';
  let at: Place = root;
  for (const segment of segments) at = into(at, segment, pointer);
  if (Array.isArray(at)) applyRow(at, op, last, Number(to), pointer);
  else if (op === 'set') at[safe(last, pointer)] = to;
  else delete at[safe(last, pointer)];
}

function into(at: Place, segment: string, pointer: Pointer): Place {
  if (Array.isArray(at)) return at[indexOfRow(at, segment, pointer)] as Place;
  const name = safe(segment, pointer);
  if (!Object.hasOwn(at, name)) at[name] = {};
  return at[name] as Place;
}

function applyRow(
  rows: unknown[],
  op: Change['op'],
  id: string,
  to: number,
  pointer: Pointer,
): void {
  const row: unknown =
    op === 'row-add' ? { _row: id } : rows.splice(indexOfRow(rows, id, pointer), 1)[0];
  if (op !== 'row-remove') rows.splice(to, 0, row);
}

function indexOfRow(rows: readonly unknown[], id: string, pointer: Pointer): number {
  const index = rows.findIndex((row) => rowIdOf(row) === id);
  if (index < 0) throw new EngineError('row-not-found', { pointer });
  return index;
}

function safe(name: string, pointer: Pointer): string {
  if (name === '__proto__') throw new EngineError('pointer-forbidden', { pointer });
  return name;
}
