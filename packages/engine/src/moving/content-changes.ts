import type { Pointer } from '@guichet/procedure';
import { applyChange, type Progress } from '../draft/apply-change.js';
import type { DraftChange } from '../draft.js';
import { sameJson } from '../keywords/same-json.js';
import type { Content } from '../model/content.js';

/**
 * Turns a draft's content into another, as lines of its log, and gives those lines: rows first, since a row that goes
 * takes its answers with it; marks last, since an answer takes its mark away.
 */
export function contentChanges(progress: Progress, after: Content): readonly DraftChange[] {
  const changes: DraftChange[] = [];
  const record = (change: DraftChange): void => {
    applyChange(progress, change);
    changes.push(change);
  };
  for (const group of union(progress.rows, after.rows)) {
    const rows = after.rows.get(group) ?? [];
    if (!sameJson(progress.rows.get(group), rows)) record({ op: 'rows', group, rows });
  }
  for (const pointer of [...progress.answers.keys()])
    if (!after.answers.has(pointer)) record({ op: 'unset', pointer });
  for (const [pointer, value] of after.answers)
    if (!sameJson(progress.answers.get(pointer), value)) record({ op: 'set', pointer, value });
  for (const pointer of union(progress.marks, after.marks)) {
    const mark = after.marks.get(pointer) ?? null;
    if (!sameJson(progress.marks.get(pointer) ?? null, mark)) record({ op: 'mark', pointer, mark });
  }
  for (const name of union(progress.pieces, after.pieces)) {
    const piece = after.pieces.get(name) ?? null;
    if (!sameJson(progress.pieces.get(name) ?? null, piece)) record({ op: 'piece', name, piece });
  }
  return changes;
}

function union(a: ReadonlyMap<Pointer, unknown>, b: ReadonlyMap<Pointer, unknown>): Set<string> {
  return new Set([...a.keys(), ...b.keys()]);
}
