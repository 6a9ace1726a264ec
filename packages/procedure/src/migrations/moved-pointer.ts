import { joinPointer } from '../pointers/join-pointer.js';
import { parsePointer } from '../pointers/parse-pointer.js';
import type { Pointer } from '../types/condition.js';
import type { AnswerMove } from '../types/migration.js';

/** Where a pointer is after a migration, and which line of it says so; no `to`: no longer asked. */
export interface MovedPointer {
  readonly to?: Pointer;
  /** Absent: nothing names it, it stays where it is. */
  readonly by?: AnswerMove;
}

/**
 * Where a migration puts a pointer: of a plan, with `*` for a row, or of an answer, with row ids.
 *
 * A line that names an object or a group speaks for all that is in it; the longest one counts. All lines read
 * the shape before, so that two answers may change places.
 */
export function movedPointer(moves: readonly AnswerMove[], pointer: Pointer): MovedPointer {
  const segments = parsePointer(pointer);
  let best: { readonly by: AnswerMove; readonly length: number } | undefined;
  for (const by of moves) {
    const from = 'move' in by ? by.move : 'drop' in by ? by.drop : undefined;
    const named = from === undefined ? undefined : parsePointer(from);
    if (named && named.length > (best?.length ?? -1) && startsWith(segments, named))
      best = { by, length: named.length };
  }
  if (!best) return { to: pointer };
  const { by, length } = best;
  return 'move' in by ? { to: moveTo(by, segments, length), by } : { by };
}

/** The line that says which code an answer at this pointer of the shape before becomes. */
export function codesAt(
  moves: readonly AnswerMove[],
  pointer: Pointer,
): Readonly<Record<string, unknown>> | undefined {
  const segments = parsePointer(pointer);
  for (const by of moves) {
    if (!('map' in by)) continue;
    const named = parsePointer(by.map);
    if (named.length === segments.length && startsWith(segments, named)) return by.values;
  }
  return undefined;
}

function startsWith(segments: readonly string[], named: readonly string[]): boolean {
  return (
    named.length <= segments.length &&
    named.every((name, index) => name === '*' || name === segments[index])
  );
}

/** The stars of `to` are the rows that those of `move` found, in their order. */
function moveTo(
  { move, to }: { readonly move: Pointer; readonly to: Pointer },
  segments: readonly string[],
  length: number,
): Pointer {
  const rows = parsePointer(move).flatMap((name, index) =>
    name === '*' ? [segments[index] ?? '*'] : [],
  );
  const placed = parsePointer(to).map((name) => (name === '*' ? (rows.shift() ?? '*') : name));
  return joinPointer([...placed, ...segments.slice(length)]);
}
