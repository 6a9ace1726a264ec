import type { Pointer } from '@guichet/procedure';
import type { Change, ChangeSet, Version } from '../draft.js';
import { sameJson } from '../keywords/same-json.js';
import { flatten } from './flatten.js';

/**
 * The changes that turn version `n`, `base`, into `other`, in an order in which they
 * can be applied: rows, answers, marks, pieces. Pointers hold row ids; a piece's is
 * `@piece/<name>`; `to` of a row is its place. Pure.
 */
export function differenceOf(base: Version, other: Version, n: number): ChangeSet {
  const before = flatten(base.answers);
  const after = flatten(other.answers);
  const gone = [...before.rows].flatMap(([group, ids]) =>
    ids.filter((id) => !after.rows.get(group)?.includes(id)).map((id) => `${group}/${id}/`),
  );
  const isGone = (pointer: Pointer) => gone.some((row) => pointer.startsWith(row));
  return {
    base: n,
    changes: [
      ...rowChanges(before.rows, after.rows, isGone),
      ...valueChanges(before.answers, after.answers, 'set', 'unset', isGone),
      ...valueChanges(entries(base.marks), entries(other.marks), 'mark', 'unmark', isGone),
      ...valueChanges(pieces(base), pieces(other), 'piece', 'piece', () => false),
    ],
  };
}

function valueChanges(
  before: ReadonlyMap<Pointer, unknown>,
  after: ReadonlyMap<Pointer, unknown>,
  set: Change['op'],
  unset: Change['op'],
  isGone: (pointer: Pointer) => boolean,
): readonly Change[] {
  const removed = [...before]
    .filter(([pointer]) => !after.has(pointer) && !isGone(pointer))
    .map(([pointer, from]): Change => ({ op: unset, pointer, from }));
  const changed = [...after]
    .filter(([pointer, to]) => !sameJson(before.get(pointer), to))
    .map(([pointer, to]): Change => {
      return before.has(pointer)
        ? { op: set, pointer, from: before.get(pointer), to }
        : { op: set, pointer, to };
    });
  return [...removed, ...changed];
}

type Rows = ReadonlyMap<Pointer, readonly string[]>;

function rowChanges(
  before: Rows,
  after: Rows,
  isGone: (pointer: Pointer) => boolean,
): readonly Change[] {
  const emptied = [...before].filter(([group]) => !after.has(group) && !isGone(`${group}/`));
  return [...emptied.map(([group]) => [group, undefined] as const), ...after].flatMap(
    ([group, rows]) => orderChanges(group, before.get(group), rows),
  );
}

/** Removals, then each row put in its place from the first on. */
function orderChanges(
  group: Pointer,
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): readonly Change[] {
  const left = (before ?? []).filter((id) => after?.includes(id));
  const changes: Change[] = (before ?? [])
    .filter((id) => !left.includes(id))
    .map((id) => ({ op: 'row-remove', pointer: `${group}/${id}` }));
  if (after === undefined) return [...changes, { op: 'unset', pointer: group, from: [] }];
  if (before === undefined) changes.push({ op: 'set', pointer: group, to: [] });
  after.forEach((id, to) => {
    if (left[to] === id) return;
    const from = left.indexOf(id);
    if (from >= 0) left.splice(from, 1);
    left.splice(to, 0, id);
    const pointer = `${group}/${id}`;
    changes.push(from < 0 ? { op: 'row-add', pointer, to } : { op: 'row-move', pointer, from, to });
  });
  return changes;
}

const entries = (record: object): ReadonlyMap<Pointer, unknown> => new Map(Object.entries(record));

const pieces = ({ pieces: given }: Version): ReadonlyMap<Pointer, unknown> =>
  new Map(Object.entries(given).map(([name, piece]) => [`@piece/${name}`, piece]));
