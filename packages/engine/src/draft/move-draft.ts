import {
  migrationPath,
  movedPointer,
  type DraftMigration,
  type FormPlan,
  type Pointer,
} from '@guichet/procedure';
import type { Draft, DraftChange } from '../draft.js';
import type { Content } from '../model/content.js';
import { contentChanges } from '../moving/content-changes.js';
import { moveContent, type ChoiceAgain, type DroppedAnswer } from '../moving/move-content.js';
import { newsOf, type News, type PlanNews } from '../moving/news-of.js';
import { draftOf, progressOf } from './fold-draft.js';

/** A draft carried to another version of its procedure. */
export interface MovedDraft {
  readonly draft: Draft;
  /** To append to its log. */
  readonly changes: readonly DraftChange[];
  /** Patterns that are asked now and were not before. */
  readonly newPointers: readonly Pointer[];
  /** Patterns of answers that the new version no longer asks: kept in the draft, parked, never sent. */
  readonly parked: readonly Pointer[];
  /** What to tell the person. */
  readonly news: News;
}

/**
 * Carries a draft forward, through every version in between, by the migrations that its procedure declares: answers,
 * marks, rows and pieces come to where they are asked now, and every page done stays done. What is asked anew, asks
 * more or is asked no more is named. Without a declared way everything is kept where it was. Pure.
 *
 * @param oldPlan the plan it was begun with; `undefined` where nobody has it any more: then what is new cannot be told
 */
export function moveDraft(
  oldPlan: FormPlan | undefined,
  newPlan: FormPlan,
  draft: Draft,
  planHash: string,
): MovedDraft {
  const path = migrationPath<DraftMigration>(newPlan, draft.procedure.version) ?? [];
  const to = { id: newPlan.id, version: newPlan.version, planHash };
  const progress = progressOf(draft);
  const moved = moveAlong(path, { ...progress });
  const changes = contentChanges(progress, moved.content);
  const { dropped, again } = moved;
  const news: News = {
    ...(oldPlan ? newsOf(oldPlan, newPlan, path) : nothingKnown(newPlan.version)),
    from: draft.procedure.version,
    dropped,
    again,
  };
  return {
    draft: draftOf({ ...draft, procedure: to }, progress),
    changes: [{ op: 'move', to }, ...changes],
    newPointers: news.added,
    parked: news.parked,
    news,
  };
}

const nothingKnown = (to: string): PlanNews => ({
  from: '',
  to,
  added: [],
  changed: [],
  parked: [],
  pieces: { added: [], removed: [] },
});

interface Moving {
  readonly content: Content;
  readonly dropped: readonly DroppedAnswer[];
  readonly again: readonly ChoiceAgain[];
}

function moveAlong(path: readonly DraftMigration[], content: Content): Moving {
  return path.reduce<Moving>(
    (before, migration) => {
      const { content: after, dropped, again } = moveContent(migration, before.content);
      return {
        content: after,
        dropped: [...before.dropped, ...dropped],
        again: [...stillAsked(migration, before.again), ...again],
      };
    },
    { content, dropped: [], again: [] },
  );
}

/** A choice to be made again moves on with its question. */
function stillAsked(
  { answers }: DraftMigration,
  again: readonly ChoiceAgain[],
): readonly ChoiceAgain[] {
  return again.flatMap(({ pointer, was }) => {
    const { to } = movedPointer(answers, pointer);
    return to === undefined ? [] : [{ pointer: to, was }];
  });
}
