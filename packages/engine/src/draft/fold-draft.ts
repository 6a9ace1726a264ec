import type { Draft, DraftEntry } from '../draft.js';
import { contentOf } from '../model/content.js';
import { applyChange, type Progress } from './apply-change.js';

/**
 * The draft after some lines of its log. Lines already folded in are passed over,
 * so that folding twice, or from a snapshot, gives the same draft. Pure.
 */
export function foldDraft(draft: Draft, entries: readonly DraftEntry[]): Draft {
  const progress = progressOf(draft);
  let { n, procedure } = draft;
  for (const entry of [...entries].sort((a, b) => a.n - b.n)) {
    if (entry.n <= n) continue;
    n = entry.n;
    if (entry.op === 'move') procedure = entry.to;
    else applyChange(progress, entry);
  }
  return { ...draftOf({ ...draft, procedure }, progress), n };
}

/** The changing part of a draft, in maps. @internal */
export function progressOf(draft: Draft): Progress {
  return {
    ...contentOf(draft),
    continued: new Set(draft.continued),
    at: draft.at,
    fileOn: draft.fileOn,
    incidents: draft.incidents ?? [],
  };
}

/** A draft with the given changing part. @internal */
export function draftOf(draft: Draft, progress: Progress): Draft {
  const { format, id, key, procedure, startedAt, n } = draft;
  return {
    ...{ format, id, key, procedure, startedAt, n },
    answers: Object.fromEntries(progress.answers),
    rows: Object.fromEntries(progress.rows),
    marks: Object.fromEntries(progress.marks),
    pieces: Object.fromEntries(progress.pieces),
    continued: [...progress.continued],
    ...(progress.at === undefined ? {} : { at: progress.at }),
    ...(progress.fileOn === undefined ? {} : { fileOn: progress.fileOn }),
    ...(progress.incidents.length === 0 ? {} : { incidents: progress.incidents }),
  };
}
