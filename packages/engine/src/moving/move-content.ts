import {
  codesAt,
  movedPointer,
  pieceNameOf,
  splitPieceName,
  type DraftMigration,
  type Pointer,
} from '@guichet/procedure';
import type { Content } from '../model/content.js';

/** An answer whose question is asked no more, and the sentence that says why. */
export interface DroppedAnswer {
  /** Where it was, row ids included. */
  readonly pointer: Pointer;
  readonly value: unknown;
  /** Key of `texts.says`. */
  readonly says: string;
}

/** A choice that is none any more: to be made again among those of now. */
export interface ChoiceAgain {
  /** Where it is asked now. */
  readonly pointer: Pointer;
  readonly was: unknown;
}

export interface MovedContent {
  readonly content: Content;
  readonly dropped: readonly DroppedAnswer[];
  readonly again: readonly ChoiceAgain[];
}

/** What a person gave, in the shape of the version that a migration leads to. Rows keep their ids. Pure. */
export function moveContent(migration: DraftMigration, before: Content): MovedContent {
  const { answers: moves } = migration;
  const content: Content = {
    answers: new Map(),
    rows: moveKeys(migration, before.rows),
    marks: moveKeys(migration, before.marks),
    pieces: movePieces(migration, before.pieces),
  };
  const dropped: DroppedAnswer[] = [];
  const again: ChoiceAgain[] = [];
  for (const [pointer, value] of before.answers) {
    const { to, by } = movedPointer(moves, pointer);
    if (to === undefined) {
      dropped.push({ pointer, value, says: by && 'says' in by ? by.says : '' });
      continue;
    }
    const now = recode(codesAt(moves, pointer), value);
    if (now === undefined) again.push({ pointer: to, was: value });
    else content.answers.set(to, now);
  }
  return { content, dropped, again };
}

function moveKeys<T>({ answers }: DraftMigration, map: ReadonlyMap<Pointer, T>): Map<Pointer, T> {
  const moved = new Map<Pointer, T>();
  for (const [pointer, value] of map) {
    const { to } = movedPointer(answers, pointer);
    if (to !== undefined) moved.set(to, value);
  }
  return moved;
}

/** A piece that is asked no more keeps its name: its files stay as they were given. */
function movePieces<T>(
  { pieces = {} }: DraftMigration,
  map: ReadonlyMap<string, T>,
): Map<string, T> {
  return new Map([...map].map(([name, piece]) => [movedPiece(pieces, name), piece]));
}

/** The name of a piece now; of one of several, with its row. */
export function movedPiece(pieces: Readonly<Record<string, string | null>>, name: string): string {
  const { base, instance } = splitPieceName(name);
  const now = Object.hasOwn(pieces, base) ? pieces[base] : undefined;
  if (typeof now !== 'string') return name;
  return instance === undefined ? now : pieceNameOf(now, instance);
}

/** The code of now; of several answers, those that are still choices. `undefined`: to be chosen again. */
function recode(values: Readonly<Record<string, unknown>> | undefined, value: unknown): unknown {
  if (!values) return value;
  const one = (code: unknown): unknown => {
    const key = String(code);
    if (!Object.hasOwn(values, key)) return code;
    return values[key] ?? undefined;
  };
  if (!Array.isArray(value)) return one(value);
  const kept = value.map(one).filter((code) => code !== undefined);
  return kept.length === 0 && value.length > 0 ? undefined : kept;
}
