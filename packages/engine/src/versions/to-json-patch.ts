import type { Pointer } from '@guichet/procedure';
import { joinPointer, parsePointer } from '@guichet/procedure';
import type { Change, ChangeSet, Version } from '../draft.js';
import { applyChanges } from './apply-changes.js';
import {
  indexOfRow,
  openVersion,
  pieceIn,
  writeChange,
  type OpenVersion,
} from './change-writer.js';
import { rowIdOf } from './flatten.js';

/** One operation of RFC 6902. */
export type JsonPatchOperation =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move'; readonly from: string; readonly path: string };

/**
 * A change set as an RFC 6902 patch of the version it was made on, `{ answers, marks, pieces }`, for tools that
 * know nothing of rows. Indexes appear here only: each row that an operation names by its place is first tested
 * to be the one meant. Throws what `applyChanges` throws. Pure.
 *
 * @see RFC 6902 §4
 */
export function toJsonPatch(version: Version, changeSet: ChangeSet): JsonPatchOperation[] {
  // What cannot be applied is refused whole, before a first operation.
  applyChanges(version, changeSet);
  const open = openVersion(version);
  return changeSet.changes.flatMap((change) => {
    const made = operationsOf(open, change);
    writeChange(open, change);
    return made;
  });
}

function operationsOf(open: OpenVersion, change: Change): JsonPatchOperation[] {
  const { op, pointer, to } = change;
  if (op === 'mark' || op === 'unmark')
    return put(`/marks${joinPointer([pointer])}`, open.marks.has(pointer), to);
  if (op === 'piece')
    return put(`/pieces${joinPointer([pieceIn(pointer)])}`, open.pieces.has(pieceIn(pointer)), to);
  return answerOperations(open, change);
}

/** Sets or takes away one member of an object. */
function put(path: string, isThere: boolean, to: unknown): JsonPatchOperation[] {
  if (to !== undefined) return [{ op: isThere ? 'replace' : 'add', path, value: to }];
  return isThere ? [{ op: 'remove', path }] : [];
}

function answerOperations(open: OpenVersion, change: Change): JsonPatchOperation[] {
  const segments = parsePointer(change.pointer);
  const last = segments.pop() ?? '';
  const made: JsonPatchOperation[] = [];
  let path = '/answers';
  let at: unknown = open.answers;
  for (const segment of segments) {
    if (Array.isArray(at)) {
      const index = indexOfRow(at, segment, change.pointer);
      path += `/${index}`;
      made.push(testRow(path, segment));
      at = at[index];
      continue;
    }
    path += joinPointer([segment]);
    if (isMember(at, segment)) at = at[segment];
    else if (change.op === 'unset') return [];
    else {
      made.push({ op: 'add', path, value: {} });
      at = {};
    }
  }
  if (Array.isArray(at)) return [...made, ...rowOperations(open, at, path, last, change)];
  const isThere = isMember(at, last);
  const value = change.op === 'set' ? change.to : undefined;
  const own = put(path + joinPointer([last]), isThere, value);
  return own.length === 0 ? [] : [...made, ...own];
}

function rowOperations(
  open: OpenVersion,
  rows: readonly unknown[],
  path: string,
  id: string,
  { op, pointer, to, row }: Change,
): JsonPatchOperation[] {
  const place = `${path}/${Math.min(Number(to), rows.length)}`;
  if (op === 'row-add') {
    const value = { _row: id, ...row?.answers };
    const marks = Object.entries(row?.marks ?? {});
    return [
      ...testPlace(path, rows, Number(to)),
      { op: 'add', path: place, value },
      ...marks.map(([at, mark]) => addMark(at, mark)),
    ];
  }
  const from = `${path}/${indexOfRow(rows, id, pointer)}`;
  const test = testRow(from, id);
  if (op === 'row-move') {
    const end = `${path}/${Math.min(Number(to), rows.length - 1)}`;
    return [test, { op: 'move', from, path: end }];
  }
  const below = [...open.marks.keys()].filter((at) => at.startsWith(`${pointer}/`));
  return [
    test,
    { op: 'remove', path: from },
    ...below.map((at): JsonPatchOperation => ({
      op: 'remove',
      path: `/marks${joinPointer([at])}`,
    })),
  ];
}

/** A row comes behind the one before its place; with none, before the one that is there now. */
function testPlace(path: string, rows: readonly unknown[], to: number): JsonPatchOperation[] {
  if (rows.length === 0) return [{ op: 'test', path, value: [] }];
  const index = Math.min(Math.max(to - 1, 0), rows.length - 1);
  const id = rowIdOf(rows[index]);
  return id === undefined ? [] : [testRow(`${path}/${index}`, id)];
}

const testRow = (path: string, id: string): JsonPatchOperation => ({
  op: 'test',
  path: `${path}/_row`,
  value: id,
});

const addMark = (at: Pointer, value: unknown): JsonPatchOperation => ({
  op: 'add',
  path: `/marks${joinPointer([at])}`,
  value,
});

function isMember(at: unknown, name: string): at is Record<string, unknown> {
  return typeof at === 'object' && at !== null && Object.hasOwn(at, name);
}
