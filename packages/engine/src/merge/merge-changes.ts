import type { ChangeSet, Version } from '../draft.js';
import { applyChanges } from '../versions/apply-changes.js';
import { differenceOf } from '../versions/difference-of.js';
import { flattenAlike, nest } from '../versions/flatten.js';
import type { Conflict } from './conflict.js';
import { mergeContent } from './merge-content.js';

/** An amendment made on a version that was amended since, brought to the version of now. */
export interface MergedChanges {
  /** The version with both. */
  readonly merged: Version;
  /** To apply to the version that theirs made. */
  readonly changes: ChangeSet;
  /** Mine stands in the version; all of theirs is here. Empty: nobody need be asked. */
  readonly conflicts: readonly Conflict[];
}

/**
 * Two change sets made on one version: mine brought to the version that theirs made. What only one of them
 * touches is done; what both change, and not alike, is a conflict that a person decides. Pure.
 *
 * Throws what `applyChanges` throws.
 */
export function mergeChanges(base: Version, mine: ChangeSet, theirs: ChangeSet): MergedChanges {
  const [ours, now] = [applyChanges(base, mine), applyChanges(base, theirs)];
  const [before, own, others] = contentsOf(base, ours, now);
  const { merged, conflicts } = mergeContent(before, own, others);
  const version: Version = {
    answers: nest(merged),
    marks: Object.fromEntries(merged.marks),
    pieces: Object.fromEntries(merged.pieces),
  };
  const changes = differenceOf(now, version, theirs.base + 1);
  return { merged: applyChanges(now, changes), changes, conflicts };
}

function contentsOf(base: Version, ours: Version, theirs: Version) {
  const versions = [base, ours, theirs] as const;
  const flat = flattenAlike(versions.map(({ answers }) => answers));
  const content = (n: 0 | 1 | 2) => ({
    answers: flat[n]?.answers ?? new Map(),
    rows: flat[n]?.rows ?? new Map(),
    marks: new Map(Object.entries(versions[n].marks)),
    pieces: new Map(Object.entries(versions[n].pieces)),
  });
  return [content(0), content(1), content(2)] as const;
}
