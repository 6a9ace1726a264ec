import type { Pointer } from '@guichet/procedure';
import { sameJson } from '../keywords/same-json.js';
import type { Content } from '../model/content.js';
import { sameSaid, type Conflict, type Said } from './conflict.js';
import { mergeOrder } from './merge-order.js';

type Row = NonNullable<Said['row']>;

/** @internal */
export interface MergedRows {
  readonly rows: Map<Pointer, readonly string[]>;
  /** Whose answer counts at a pointer: both as usual, one alone in a row that the other removed, or the row is gone. */
  sideOf(pointer: Pointer): 'both' | 'ours' | 'gone';
}

/**
 * The rows that stay: those of both, those that either added, and not those that either removed; but a row that
 * one removed and the other changed clashes, and is as ours has it. @internal
 */
export function mergeRows(
  base: Content,
  ours: Content,
  theirs: Content,
  conflicts: Conflict[],
): MergedRows {
  const decided = new Map<Pointer, 'ours' | 'gone'>();
  const sideOf = (pointer: Pointer) => {
    for (let end = pointer.indexOf('/', 1); end > 0; end = pointer.indexOf('/', end + 1)) {
      const side = decided.get(pointer.slice(0, end));
      if (side) return side;
    }
    return 'both';
  };
  const at: Merging = {
    sides: { base, ours, theirs },
    inside: { base: rowsInside(base), ours: rowsInside(ours), theirs: rowsInside(theirs) },
    decided,
    conflicts,
    rows: new Map(),
  };
  for (const group of groupsIn(base, ours, theirs)) {
    const side = sideOf(group);
    const alone = ours.rows.get(group);
    if (side === 'both') mergeGroup(at, group);
    else if (side === 'ours' && alone) at.rows.set(group, alone);
  }
  return { rows: at.rows, sideOf };
}

interface Merging {
  readonly sides: { readonly base: Content; readonly ours: Content; readonly theirs: Content };
  readonly inside: {
    readonly base: RowsInside;
    readonly ours: RowsInside;
    readonly theirs: RowsInside;
  };
  readonly decided: Map<Pointer, 'ours' | 'gone'>;
  readonly conflicts: Conflict[];
  readonly rows: Map<Pointer, readonly string[]>;
}

function mergeGroup(at: Merging, group: Pointer): void {
  const { base, ours, theirs } = at.sides;
  const lists = [base, ours, theirs].map((content) => content.rows.get(group));
  const [was = [], our = [], their = []] = lists;
  const [inBase, inOurs, inTheirs] = [new Set(was), new Set(our), new Set(their)];
  const staying = new Set<string>();
  for (const id of new Set([...was, ...our, ...their])) {
    const isOfBoth = inOurs.has(id) && inTheirs.has(id);
    if (isOfBoth || !inBase.has(id)) staying.add(id);
    else if (!inOurs.has(id) && !inTheirs.has(id)) at.decided.set(`${group}/${id}`, 'gone');
    else if (staysWithOurs(at, `${group}/${id}`, inOurs.has(id))) staying.add(id);
  }
  const { rows, isClash } = mergeOrder(was, our, their, staying);
  const said = { base: { rows: was }, ours: { rows: our }, theirs: { rows: their } };
  if (isClash) at.conflicts.push({ pointer: group, ...said });
  // A group that was visited and left empty is not one that never was (rules.md A4).
  const [wasThere, isOurs, isTheirs] = lists.map((list) => list !== undefined);
  const isVisited = isOurs === wasThere ? isTheirs : isOurs;
  if (rows.length > 0 || isVisited) at.rows.set(group, rows);
}

/** A row that one side removed is gone, unless the other changed it: then they clash, and ours is kept. */
function staysWithOurs(
  { inside, decided, conflicts }: Merging,
  pointer: Pointer,
  isOurs: boolean,
): boolean {
  const before = inside.base(pointer);
  const after = (isOurs ? inside.ours : inside.theirs)(pointer);
  const isClash = !sameRow(after, before);
  const stays = isOurs && isClash;
  decided.set(pointer, stays ? 'ours' : 'gone');
  if (isClash)
    conflicts.push({
      pointer,
      base: { row: before },
      ours: isOurs ? { row: after } : undefined,
      theirs: isOurs ? undefined : { row: after },
    });
  return stays;
}

/** Outer groups first. */
function groupsIn(...contents: readonly Content[]): readonly Pointer[] {
  const groups = new Set(contents.flatMap(({ rows }) => [...rows.keys()]));
  const depth = (pointer: Pointer) => pointer.split('/').length;
  return [...groups].sort((a, b) => depth(a) - depth(b));
}

type RowsInside = (row: Pointer) => Row;

/** All that a content holds in each row, nested rows included; gathered at first need. */
function rowsInside({ answers, rows, marks }: Content): RowsInside {
  let found: Map<Pointer, Row> | undefined;
  const gather = () => {
    const made = new Map<Pointer, Row>();
    for (const [group, ids] of rows)
      for (const id of ids) made.set(`${group}/${id}`, { answers: {}, rows: {}, marks: {} });
    const put = (map: ReadonlyMap<Pointer, unknown>, part: keyof Row) => {
      for (const [pointer, value] of map)
        for (let end = pointer.indexOf('/', 1); end > 0; end = pointer.indexOf('/', end + 1)) {
          const row = made.get(pointer.slice(0, end));
          if (row) (row[part] as Record<Pointer, unknown>)[pointer] = value;
        }
    };
    put(answers, 'answers');
    put(rows, 'rows');
    put(marks, 'marks');
    return made;
  };
  return (row) => (found ??= gather()).get(row) ?? { answers: {}, rows: {}, marks: {} };
}

function sameRow(a: Row, b: Row): boolean {
  if (!sameJson(a.answers, b.answers) || !sameJson(a.rows, b.rows)) return false;
  const pointers = new Set([...Object.keys(a.marks), ...Object.keys(b.marks)]);
  return [...pointers].every((at) => sameSaid(markAt(a, at), markAt(b, at)));
}

const markAt = ({ marks }: Row, pointer: Pointer): Said | undefined => {
  const mark = marks[pointer];
  return mark && { mark };
};
