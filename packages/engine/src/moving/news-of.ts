import { movedPointer, type DraftMigration, type FormPlan, type Pointer } from '@guichet/procedure';
import { isStricter } from './is-stricter.js';
import { movedPiece, type ChoiceAgain, type DroppedAnswer } from './move-content.js';

/** What another version of a procedure changes for somebody who began under the one before. Patterns hold `*` for a row. */
export interface News {
  readonly from: string;
  readonly to: string;
  /** Patterns asked now and not before. */
  readonly added: readonly Pointer[];
  /** Patterns that ask more than they did. */
  readonly changed: readonly Pointer[];
  /** Patterns asked no more, that no migration names: their answers stay in the draft, parked, never sent. */
  readonly parked: readonly Pointer[];
  /** Answers asked no more, each with the key of why. */
  readonly dropped: readonly DroppedAnswer[];
  /** Choices to be made again. */
  readonly again: readonly ChoiceAgain[];
  /** Names of pieces that may be asked now and could not before, and the reverse. */
  readonly pieces: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

/** The part of the news that follows from the two plans alone. */
export type PlanNews = Omit<News, 'dropped' | 'again'>;

/** Compares two versions along the migrations that join them. Pure. */
export function newsOf(
  older: FormPlan,
  newer: FormPlan,
  path: readonly DraftMigration[],
): PlanNews {
  const before = new Map(
    Object.keys(older.fields).map((pattern) => [moveAlong(path, pattern), pattern]),
  );
  const patterns = Object.keys(newer.fields);
  const parked = [...before].flatMap(([now, pattern]) =>
    now !== undefined && !Object.hasOwn(newer.fields, now) ? [pattern] : [],
  );
  return {
    from: older.version,
    to: newer.version,
    added: patterns.filter((pattern) => !before.has(pattern)),
    changed: patterns.filter((pattern) => asksMore(older, newer, before.get(pattern), pattern)),
    parked,
    pieces: pieceNews(older, newer, path),
  };
}

function asksMore(
  older: FormPlan,
  newer: FormPlan,
  before: Pointer | undefined,
  now: Pointer,
): boolean {
  const [was, is] = [before === undefined ? undefined : older.fields[before], newer.fields[now]];
  return was !== undefined && is !== undefined && isStricter(was, is);
}

function moveAlong(path: readonly DraftMigration[], pattern: Pointer): Pointer | undefined {
  return path.reduce<Pointer | undefined>(
    (at, { answers }) => (at === undefined ? undefined : movedPointer(answers, at).to),
    pattern,
  );
}

function pieceNews(
  older: FormPlan,
  newer: FormPlan,
  path: readonly DraftMigration[],
): News['pieces'] {
  const nameNow = (name: string): string =>
    path.reduce((at, { pieces = {} }) => movedPiece(pieces, at), name);
  const before = new Set(Object.keys(older.pieces).map(nameNow));
  return {
    added: Object.keys(newer.pieces).filter((name) => !before.has(name)),
    removed: Object.keys(older.pieces).filter(
      (name) => !Object.hasOwn(newer.pieces, nameNow(name)),
    ),
  };
}
