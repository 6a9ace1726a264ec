import type { Pointer } from '@guichet/procedure';
import { parsePointer } from '@guichet/procedure';
import type { Change, ChangeSet, RowContent, Version } from '../draft.js';
import { sameJson } from '../keywords/same-json.js';
import { flattenAlike, isObject, rowIdOf, type FlatAnswers } from './flatten.js';
import { rowChanges } from './row-changes.js';

/**
 * The changes that turn version `n`, `base`, into `other`, in an order in which they
 * can be applied: answers taken away, rows, answers, marks, pieces. Pointers hold row ids; a piece's is
 * `@piece/<name>`; `to` of a row is its place. A removed row says what it held, so
 * that the whole can be turned round. Pure.
 */
export function differenceOf(base: Version, other: Version, n: number): ChangeSet {
  const [before, after] = flattenBoth(base, other);
  const isGone = goneFrom(before, after);
  return {
    base: n,
    changes: [
      ...removals(before.answers, after.answers, 'unset', isGone),
      ...allRowChanges(base, before, after, isGone),
      ...settings(before.answers, after.answers, 'set'),
      ...removals(entries(base.marks), entries(other.marks), 'unmark', isGone),
      ...settings(entries(base.marks), entries(other.marks), 'mark'),
      ...removals(pieces(base), pieces(other), 'piece', () => false),
      ...settings(pieces(base), pieces(other), 'piece'),
    ],
  };
}

function flattenBoth(base: Version, other: Version): readonly [FlatAnswers, FlatAnswers] {
  const [before = nothing, after = nothing] = flattenAlike([base.answers, other.answers]);
  return [before, after];
}

const nothing: FlatAnswers = { answers: new Map(), rows: new Map() };

/** Whether a pointer is in a row that is there no more. */
function goneFrom(before: FlatAnswers, after: FlatAnswers): (pointer: Pointer) => boolean {
  const gone = new Set<Pointer>();
  for (const [group, ids] of before.rows) {
    const left = new Set(after.rows.get(group));
    for (const id of ids) if (!left.has(id)) gone.add(`${group}/${id}`);
  }
  return (pointer) => {
    for (let end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1))
      if (gone.has(pointer.slice(0, end))) return true;
    return false;
  };
}

type Values = ReadonlyMap<Pointer, unknown>;

function removals(
  before: Values,
  after: Values,
  op: Change['op'],
  isGone: (pointer: Pointer) => boolean,
): readonly Change[] {
  return [...before]
    .filter(([pointer]) => !after.has(pointer) && !isGone(pointer))
    .map(([pointer, from]) => ({ op, pointer, from }));
}

function settings(before: Values, after: Values, op: Change['op']): readonly Change[] {
  return [...after]
    .filter(([pointer, to]) => !sameJson(before.get(pointer), to))
    .map(([pointer, to]) => {
      return before.has(pointer)
        ? { op, pointer, from: before.get(pointer), to }
        : { op, pointer, to };
    });
}

function allRowChanges(
  base: Version,
  before: FlatAnswers,
  after: FlatAnswers,
  isGone: (pointer: Pointer) => boolean,
): readonly Change[] {
  const rowOf = (pointer: Pointer) => contentOfRow(base, pointer);
  const emptied = [...before.rows].filter(
    ([group]) => !after.rows.has(group) && !isGone(`${group}/`),
  );
  return [
    ...emptied.flatMap(([group, rows]): Change[] => [
      ...rowChanges(group, rows, [], rowOf),
      { op: 'unset', pointer: group, from: [] },
    ]),
    ...[...after.rows].flatMap(([group, rows]): Change[] => {
      const were = before.rows.get(group);
      const visited: Change[] = were ? [] : [{ op: 'set', pointer: group, to: [] }];
      return [...visited, ...rowChanges(group, were ?? [], rows, rowOf)];
    }),
  ];
}

function contentOfRow({ answers, marks }: Version, pointer: Pointer): RowContent {
  let at: unknown = answers;
  for (const segment of parsePointer(pointer))
    at = Array.isArray(at)
      ? at.find((row) => rowIdOf(row) === segment)
      : (at as Readonly<Record<string, unknown>> | undefined)?.[segment];
  const { _row, ...inside } = (isObject(at) ? at : {}) as Readonly<Record<string, unknown>>;
  const kept = Object.entries(marks).filter(([at]) => at.startsWith(`${pointer}/`));
  return { answers: inside, marks: Object.fromEntries(kept) };
}

const entries = (record: object): Values => new Map(Object.entries(record));

const pieces = ({ pieces: given }: Version): Values =>
  new Map(Object.entries(given).map(([name, piece]) => [`@piece/${name}`, piece]));
