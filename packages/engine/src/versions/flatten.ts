import type { Pointer } from '@guichet/procedure';
import { joinPointer, parsePointer } from '@guichet/procedure';
import type { Version } from '../draft.js';

/** Nested answers laid out by pointer, rows by id. */
export interface FlatAnswers {
  readonly answers: Map<Pointer, unknown>;
  readonly rows: Map<Pointer, readonly string[]>;
}

type Part = 'field' | 'group' | 'container';

/**
 * Lays nested answers out by pointer. `partOf` says what a pointer is; without it the
 * shape tells: an array whose elements have a `_row`, or an empty one, is a group.
 */
export function flatten(
  answers: Version['answers'],
  partOf: (pointer: Pointer, value: unknown) => Part = guess,
): FlatAnswers {
  const flat: FlatAnswers = { answers: new Map(), rows: new Map() };
  const visit = (pointer: Pointer, value: unknown): void => {
    const part = partOf(pointer, value);
    if (part === 'container' && isObject(value)) visitObject(pointer, value);
    else if (part === 'group' && Array.isArray(value)) visitRows(pointer, value);
    else flat.answers.set(pointer, value);
  };
  const visitObject = (pointer: Pointer, value: object): void => {
    for (const [name, child] of Object.entries(value))
      if (name !== '_row' && child !== undefined) visit(pointer + joinPointer([name]), child);
  };
  const visitRows = (pointer: Pointer, list: readonly unknown[]): void => {
    const ids = list.map((row, i) => rowIdOf(row) ?? `r${i}`);
    flat.rows.set(pointer, ids);
    list.forEach((row, i) => isObject(row) && visitObject(`${pointer}/${ids[i]}`, row));
  };
  visitObject('', answers);
  return flat;
}

/**
 * Several versions laid out alike: an empty list tells nothing, so where another version has an answer
 * it is one too, and no group.
 */
export function flattenAlike(versions: readonly Version['answers'][]): readonly FlatAnswers[] {
  const all = versions.map((answers) => flatten(answers));
  for (const { answers, rows } of all)
    for (const [pointer, ids] of rows)
      if (ids.length === 0 && all.some((other) => other.answers.has(pointer))) {
        rows.delete(pointer);
        answers.set(pointer, []);
      }
  return all;
}

/** Answers laid out by pointer, nested again: rows as arrays of objects with their `_row`. */
export function nest({ answers, rows }: FlatAnswers): Record<string, unknown> {
  type Nested = Record<string, unknown>;
  const root: Nested = {};
  const rowObjects = new Map<Pointer, Nested>();
  const place = (pointer: Pointer, value: unknown): void => {
    const segments = parsePointer(pointer);
    const last = segments.pop() ?? '';
    let at = root;
    let path = '';
    for (const segment of segments) {
      path += joinPointer([segment]);
      const row = rowObjects.get(path);
      if (row) at = row;
      // A group's array is passed through on the way to its row.
      else if (!rows.has(path)) {
        if (!Object.hasOwn(at, segment)) at[segment] = {};
        at = at[segment] as Nested;
      }
    }
    at[last] = value;
  };
  const outerFirst = [...rows].sort(([a], [b]) => a.split('/').length - b.split('/').length);
  for (const [group, ids] of outerFirst) {
    const made = ids.map((id) => ({ _row: id }));
    place(group, made);
    made.forEach((row, i) => rowObjects.set(`${group}/${ids[i] ?? ''}`, row));
  }
  for (const [pointer, value] of answers) place(pointer, value);
  return root;
}

/** The reserved id of a row object. */
export function rowIdOf(row: unknown): string | undefined {
  if (!isObject(row) || !Object.hasOwn(row, '_row')) return undefined;
  const id = (row as { readonly _row?: unknown })._row;
  return typeof id === 'string' ? id : undefined;
}

function guess(_: Pointer, value: unknown): Part {
  if (Array.isArray(value))
    return value.every((row) => rowIdOf(row) !== undefined) ? 'group' : 'field';
  return isObject(value) ? 'container' : 'field';
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
