import type { Pointer } from '@guichet/procedure';
import { patternIn } from '../model/pattern-in.js';
import { groupAt, patternsInRows, recordRows } from '../session/acts/rows.js';
import { act, type Act } from '../session/act.js';
import type { Core } from '../session/core.js';
import { flatten } from '../versions/flatten.js';
import type { ImportedRow, ImportedTable } from './import-rows.js';
import { importRows } from './import-rows.js';

/** What bringing a table in did. */
export interface BroughtIn {
  readonly changed: ReadonlySet<string>;
  /** Rows added. */
  readonly count: number;
  readonly findings: ImportedTable['findings'];
}

/**
 * Reads a table and adds its rows to a group, after those that are there, in one act that is undone as one.
 * Rows in which nothing was answered make room. Nothing at all when the session is read-only.
 */
export function bringIn(core: Core, group: Pointer, table: string | Uint8Array): BroughtIn {
  const { maxItems } = groupAt(core, group);
  if (core.readOnly) return { changed: new Set(), count: 0, findings: [] };
  const kept = (core.progress.rows.get(group) ?? []).filter(
    (row) => !isBlank(core, `${group}/${row}`),
  );
  const room = Math.max(0, maxItems - kept.length);
  const pattern = patternIn(core.model, group);
  const { rows, findings } = importRows(core.plan, [core.texts], pattern, table, { room });
  if (rows.length === 0) return { changed: new Set(), count: 0, findings };
  const changed = act(core, (now) => addAll(core, now, group, kept, rows));
  return { changed, count: rows.length, findings };
}

function addAll(
  core: Core,
  now: Act,
  group: Pointer,
  kept: readonly string[],
  rows: readonly ImportedRow[],
): void {
  const added = rows.map((row) => ({ id: core.ports.ids.row(), row }));
  recordRows(core, now, group, [...kept, ...added.map(({ id }) => id)]);
  for (const { id, row } of added)
    for (const [pointer, value] of flatten(row).answers)
      now.record({ op: 'set', pointer: `${group}/${id}${pointer}`, value });
  now.touch(group, ...patternsInRows(core, group));
}

function isBlank(core: Core, row: Pointer): boolean {
  const inside = (pointer: Pointer) => pointer.startsWith(`${row}/`);
  const { answers, marks, rows } = core.progress;
  return ![answers, marks, rows].some((map) => [...map.keys()].some(inside));
}
