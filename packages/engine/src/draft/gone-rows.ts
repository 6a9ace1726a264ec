import type { Pointer } from '@guichet/procedure';

/** Rows that were in a group and are no more. */
export function goneRows(
  before: readonly string[] | undefined,
  after: readonly string[],
): readonly string[] {
  const kept = new Set(after);
  return (before ?? []).filter((row) => !kept.has(row));
}

/** Whether a pointer is inside one of some rows of a group. */
export function insideRows(
  group: Pointer,
  rows: readonly string[],
): (pointer: Pointer) => boolean {
  const named = new Set(rows);
  const start = `${group}/`;
  return (pointer) => {
    if (!pointer.startsWith(start)) return false;
    const end = pointer.indexOf('/', start.length);
    return end > 0 && named.has(pointer.slice(start.length, end));
  };
}
