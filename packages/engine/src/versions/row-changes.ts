import type { Pointer } from '@guichet/procedure';
import type { Change, RowContent } from '../draft.js';

/**
 * The changes that turn the rows of a group into others: removals, then each row that is new or out of order
 * put behind the one before it. As many rows as can be stay where they are. `rowOf` says what a removed row held.
 */
export function rowChanges(
  group: Pointer,
  before: readonly string[],
  after: readonly string[],
  rowOf: (pointer: Pointer) => RowContent,
): readonly Change[] {
  const wanted = new Set(after);
  const left = [...before];
  const changes: Change[] = [];
  for (const id of before) {
    if (wanted.has(id)) continue;
    const from = left.indexOf(id);
    left.splice(from, 1);
    const pointer = `${group}/${id}`;
    changes.push({ op: 'row-remove', pointer, from, row: rowOf(pointer) });
  }
  const staying = stayingRows(left, after);
  after.forEach((id, i) => {
    if (staying.has(id)) return;
    const from = left.indexOf(id);
    if (from >= 0) left.splice(from, 1);
    const to = left.indexOf(after[i - 1] ?? '') + 1;
    left.splice(to, 0, id);
    const pointer = `${group}/${id}`;
    changes.push(from < 0 ? { op: 'row-add', pointer, to } : { op: 'row-move', pointer, from, to });
  });
  return changes;
}

/** The longest run of rows that are in the same order before and after (patience sorting). */
function stayingRows(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((id, place) => [id, place]));
  const common = after.filter((id) => places.has(id));
  const placeOf = (id: string | undefined): number => places.get(id ?? '') ?? -1;
  /** Last row of the best run of each length, and for each row the one before it in its run. */
  const ends: string[] = [];
  const previous = new Map<string, string | undefined>();
  for (const id of common) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placeOf(ends[middle]) < placeOf(id)) low = middle + 1;
      else high = middle;
    }
    previous.set(id, ends[low - 1]);
    ends[low] = id;
  }
  const staying = new Set<string>();
  for (let id = ends.at(-1); id !== undefined; id = previous.get(id)) staying.add(id);
  return staying;
}
