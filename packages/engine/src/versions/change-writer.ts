import type { Pointer } from '@guichet/procedure';
import { parsePointer } from '@guichet/procedure';
import type { Change, Mark, PieceAnswer, RowContent, Version } from '../draft.js';
import { EngineError } from '../errors.js';
import { isObject, rowIdOf } from './flatten.js';

type Place = Record<string, unknown> | unknown[];

/** A version that changes are written into. @internal */
export interface OpenVersion {
  readonly answers: Record<string, unknown>;
  readonly marks: Map<Pointer, Mark>;
  readonly pieces: Map<string, PieceAnswer>;
}

/** A copy of a version, to write into. @internal */
export function openVersion(version: Version): OpenVersion {
  return {
    answers: JSON.parse(JSON.stringify(version.answers)) as Record<string, unknown>,
    marks: new Map(Object.entries(version.marks)),
    pieces: new Map(Object.entries(version.pieces)),
  };
}

/** The version as written. @internal */
export function closeVersion({ answers, marks, pieces }: OpenVersion): Version {
  return { answers, marks: Object.fromEntries(marks), pieces: Object.fromEntries(pieces) };
}

/** Name of the piece that a pointer `@piece/…` names. @internal */
export const pieceIn = (pointer: Pointer): string => pointer.slice('@piece/'.length);

/**
 * Writes one change. Throws `row-not-found`, `row-exists`, `pointer-forbidden`, `change-malformed`; what it
 * throws on is left as it was. @internal
 */
export function writeChange(into: OpenVersion, change: Change): void {
  const { op, pointer, to } = change;
  refuseForbidden(pointer);
  if (op === 'mark' || op === 'unmark') return writeMark(into, change);
  if (op === 'piece') {
    if (!pointer.startsWith('@piece/') || (to !== undefined && !isObject(to))) refuse(change);
    if (to === undefined) into.pieces.delete(pieceIn(pointer));
    else into.pieces.set(pieceIn(pointer), to as PieceAnswer);
    return;
  }
  writeAnswer(into, change);
  if (op === 'row-remove') forget(into.marks, `${pointer}/`);
  if (op === 'row-add')
    for (const [at, mark] of Object.entries(change.row?.marks ?? {})) into.marks.set(at, mark);
}

function writeMark({ marks }: OpenVersion, change: Change): void {
  const { op, pointer, to } = change;
  if (op === 'unmark') marks.delete(pointer);
  else if (isObject(to)) marks.set(pointer, to as Mark);
  else refuse(change);
}

function forget(marks: Map<Pointer, Mark>, prefix: string): void {
  for (const pointer of marks.keys()) if (pointer.startsWith(prefix)) marks.delete(pointer);
}

function writeAnswer({ answers }: OpenVersion, change: Change): void {
  const { op, pointer, to } = change;
  if (!pointer.startsWith('/')) refuse(change);
  const segments = parsePointer(pointer);
  const last = segments.pop() ?? '';
  const isRow = op === 'row-add' || op === 'row-remove' || op === 'row-move';
  if (!isRow && op !== 'set' && op !== 'unset') refuse(change);
  let at: Place | undefined = answers;
  for (const segment of segments) at = at && into(at, segment, change);
  if (!at) return;
  if (Array.isArray(at) !== isRow) refuse(change);
  if (Array.isArray(at)) writeRow(at, change, last);
  else if (op === 'set') at[last] = copyOf(to);
  else delete at[last];
}

/** The place one segment further; a container that is not there is made, unless there is nothing to put into it. */
function into(at: Place, segment: string, change: Change): Place | undefined {
  if (Array.isArray(at)) return at[indexOfRow(at, segment, change.pointer)] as Place;
  if (!Object.hasOwn(at, segment)) {
    if (change.op === 'unset') return undefined;
    // A container is made for an answer, never for a row: its group is not there.
    if (change.op !== 'set') throw new EngineError('row-not-found', { pointer: change.pointer });
    at[segment] = {};
  }
  const found = at[segment];
  if (typeof found !== 'object' || found === null) refuse(change);
  return found as Place;
}

function writeRow(rows: unknown[], change: Change, id: string): void {
  const { op, pointer, to } = change;
  const from = rows.findIndex((row) => rowIdOf(row) === id);
  if (op === 'row-add' && from >= 0) throw new EngineError('row-exists', { pointer });
  if (op !== 'row-add' && from < 0) throw new EngineError('row-not-found', { pointer });
  const isPlace = Number.isInteger(to) && Number(to) >= 0;
  if (op !== 'row-remove' && !isPlace) refuse(change);
  const row = op === 'row-add' ? newRow(id, change.row) : rows.splice(from, 1)[0];
  if (op !== 'row-remove') rows.splice(Number(to), 0, row);
}

const newRow = (id: string, row: RowContent | undefined) => ({
  _row: id,
  ...(copyOf(row?.answers) as object | undefined),
});

/** Place of a row in its group, by `_row`. Throws `row-not-found`. @internal */
export function indexOfRow(rows: readonly unknown[], id: string, pointer: Pointer): number {
  const index = rows.findIndex((row) => rowIdOf(row) === id);
  if (index < 0) throw new EngineError('row-not-found', { pointer });
  return index;
}

/** What is written is nobody else's: a later change must not reach into the change set. */
function copyOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value;
}

function refuseForbidden(pointer: Pointer): void {
  if (/(^|\/)__proto__(\/|$)/.test(pointer))
    throw new EngineError('pointer-forbidden', { pointer });
}

function refuse({ op, pointer }: Change): never {
  throw new EngineError('change-malformed', { op, pointer });
}
