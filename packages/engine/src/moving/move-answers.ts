import type { DraftMigration, Pointer } from '@guichet/procedure';
import type { Change, Version } from '../draft.js';
import { contentOf } from '../model/content.js';
import { applyChanges } from '../versions/apply-changes.js';
import { flatten, type FlatAnswers } from '../versions/flatten.js';
import { moveContent, type ChoiceAgain, type DroppedAnswer } from './move-content.js';

/** A version in the shape of a later one, and what could not come along. */
export interface MovedAnswers {
  readonly version: Version;
  readonly dropped: readonly DroppedAnswer[];
  readonly again: readonly ChoiceAgain[];
}

/**
 * A filed version in the shape that a migration leads to: each answer, mark and piece where it is asked now, rows
 * with their ids and in their order. What is dropped is given back, never lost in silence; the version filed is
 * untouched. Pure.
 */
export function moveAnswers(migration: DraftMigration, version: Version): MovedAnswers {
  const flat = flatten(version.answers);
  const before = contentOf({ ...version, answers: {}, rows: {} });
  const moved = moveContent(migration, { ...before, ...flat });
  const { content, dropped, again } = moved;
  return {
    version: {
      answers: nest(content),
      marks: Object.fromEntries(content.marks),
      pieces: Object.fromEntries(content.pieces),
    },
    dropped,
    again,
  };
}

/** Answers by pointer put in place again: groups, those around others first, then their rows, then answers. */
function nest({ answers, rows }: FlatAnswers): Version['answers'] {
  const depth = (pointer: Pointer): number => pointer.split('/').length;
  const groups = [...rows].sort(([a], [b]) => depth(a) - depth(b));
  const changes: Change[] = groups.flatMap(([group, ids]): Change[] => [
    { op: 'set', pointer: group, to: [] },
    ...ids.map((id, to): Change => ({ op: 'row-add', pointer: `${group}/${id}`, to })),
  ]);
  const sets = [...answers].map(([pointer, to]): Change => ({ op: 'set', pointer, to }));
  const empty: Version = { answers: {}, marks: {}, pieces: {} };
  return applyChanges(empty, { base: 0, changes: [...changes, ...sets] }).answers;
}
