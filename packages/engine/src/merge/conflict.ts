import type { Day, Pointer } from '@guichet/procedure';
import { sameJson } from '../keywords/same-json.js';
import type { Draft, Mark, PieceAnswer } from '../draft.js';

/** What one side says of one thing; a side that says nothing is undefined. */
export interface Said {
  readonly answer?: unknown;
  readonly mark?: Mark;
  /** Order of a group's rows. */
  readonly rows?: readonly string[];
  /** All that was given in one row, by pointer. */
  readonly row?: Pick<Draft, 'answers' | 'rows' | 'marks'>;
  readonly piece?: PieceAnswer;
  readonly fileOn?: Day;
}

/**
 * Two people, or two devices, said different things of one pointer since the base. Ours stands;
 * all of theirs is here. Pointers: a field, a group (order of its rows), a row (removed by one,
 * changed by the other), `@piece/<name>`, `@file-on`.
 */
export interface Conflict {
  readonly pointer: Pointer;
  readonly base: Said | undefined;
  readonly ours: Said | undefined;
  readonly theirs: Said | undefined;
}

/**
 * One thing of three: whoever changed it since the base is followed; where both did, and not alike, ours
 * stands and `clash` is told. @internal
 */
export function mergeOne<T>(
  sides: { readonly base: T; readonly ours: T; readonly theirs: T },
  isSame: (a: T, b: T) => boolean,
  clash: () => void,
): T {
  const { base, ours, theirs } = sides;
  if (isSame(ours, theirs) || isSame(theirs, base)) return ours;
  if (isSame(ours, base)) return theirs;
  clash();
  return ours;
}

/** When a mark was made is no difference: both said the same. @internal */
export function sameSaid(a: Said | undefined, b: Said | undefined): boolean {
  const timeless = (said: Said | undefined) =>
    said?.mark ? { ...said, mark: { ...said.mark, at: '' } } : said;
  return sameJson(timeless(a), timeless(b));
}
