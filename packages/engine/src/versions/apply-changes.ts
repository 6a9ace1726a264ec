import type { ChangeSet, Version } from '../draft.js';
import { closeVersion, openVersion, writeChange } from './change-writer.js';

/**
 * The version after a change set; the given one is untouched. Rows are found by
 * `_row`, never by index. Pure.
 *
 * Throws `row-not-found` when a change names a row that is not there, `row-exists`
 * when it adds one that is, `pointer-forbidden` when it names a prototype,
 * `change-malformed` when it does not fit what it names.
 */
export function applyChanges(version: Version, { changes }: ChangeSet): Version {
  const open = openVersion(version);
  for (const change of changes) writeChange(open, change);
  return closeVersion(open);
}
