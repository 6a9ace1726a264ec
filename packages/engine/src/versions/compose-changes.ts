import type { ChangeSet, Version } from '../draft.js';
import { applyChanges } from './apply-changes.js';
import { differenceOf } from './difference-of.js';

/**
 * Several change sets, each made on the version that the one before it gave, as one: what they did and undid
 * between them is left out. Throws what `applyChanges` throws. Pure.
 */
export function composeChanges(version: Version, ...sets: readonly ChangeSet[]): ChangeSet {
  const last = sets.reduce((at, set) => applyChanges(at, set), version);
  return differenceOf(version, last, sets[0]?.base ?? 0);
}
