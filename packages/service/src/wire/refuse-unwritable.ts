import { joinPointer, parsePointer } from '@guichet/procedure';
import type { Version } from '@guichet/engine';
import { WireProblem } from '../wire-problem.js';

/** NUL, which PostgreSQL holds in no JSON, and half of a surrogate pair, which no UTF-8 does. */
function isUnwritable(text: string): boolean {
  return text.includes('\0') || /\p{Surrogate}/u.test(text);
}

/**
 * Throws `issues`, code `format`, for each answer, mark or piece whose text has no canonical form: what is sealed must
 * be computed again by anybody. @see RFC 8785 §3.2.2.2
 */
export function refuseUnwritable({ answers, marks, pieces }: Version): void {
  const found = [
    ...unwritableIn(answers, []),
    ...Object.entries(marks).flatMap(([pointer, mark]) =>
      unwritableIn(mark, parsePointer(pointer)).slice(0, 1).map(() => pointer),
    ),
    ...Object.entries(pieces).flatMap(([name, piece]) =>
      unwritableIn(piece, []).slice(0, 1).map(() => `@piece/${name}`),
    ),
  ];
  if (found.length === 0) return;
  const issues = [...new Set(found)].map((pointer) => ({ pointer, code: 'format', params: {} }));
  throw new WireProblem('issues', { issues });
}

/** Pointers of the texts at fault; rows by their id; a name at fault counts for what holds it. */
function unwritableIn(value: unknown, at: readonly string[]): readonly string[] {
  if (typeof value === 'string') return isUnwritable(value) ? [joinPointer([...at])] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    if (isUnwritable(name)) return [joinPointer([...at])];
    return unwritableIn(child, [...at, Array.isArray(value) ? rowIdOf(child) ?? name : name]);
  });
}

function rowIdOf(row: unknown): string | undefined {
  const id = (row as { readonly _row?: unknown } | null)?._row;
  return typeof id === 'string' && !isUnwritable(id) ? id : undefined;
}
