import type { GroupPlan, Pointer } from '@guichet/procedure';
import { goneRows, insideRows } from '../../draft/gone-rows.js';
import { EngineError } from '../../errors.js';
import { patternIn } from '../../model/pattern-in.js';
import { act, type Act } from '../act.js';
import type { Core } from '../core.js';
import { walkAgain } from '../walk-again.js';
import { own } from '../words.js';

/** The plan of a group by concrete pointer. Throws `unknown-pointer`. */
export function groupAt(core: Core, group: Pointer): GroupPlan {
  const plan = own(core.plan.groups, patternIn(core.model, group));
  if (!plan) throw new EngineError('unknown-pointer', { pointer: group });
  return plan;
}

/** Adds a row at the end; nothing when the group is full. */
export function addRow(core: Core, group: Pointer): ReadonlySet<string> {
  const rows = rowsOf(core, group);
  if (rows.length >= groupAt(core, group).maxItems) return new Set();
  return setRows(core, group, [...rows, core.ports.ids.row()]);
}

/** Removes a row and what was answered in it. */
export function removeRow(core: Core, group: Pointer, row: string): ReadonlySet<string> {
  const rows = rowsOf(core, group);
  return setRows(
    core,
    group,
    rows.filter((one) => one !== row),
  );
}

/** Puts a row before another, or last. */
export function moveRow(
  core: Core,
  group: Pointer,
  row: string,
  before: string | null,
): ReadonlySet<string> {
  const rows = rowsOf(core, group).filter((one) => one !== row);
  const at = before === null ? rows.length : rows.indexOf(before);
  return setRows(core, group, rows.toSpliced(at < 0 ? rows.length : at, 0, row));
}

function rowsOf(core: Core, group: Pointer): readonly string[] {
  groupAt(core, group);
  return core.progress.rows.get(group) ?? [];
}

function setRows(core: Core, group: Pointer, rows: readonly string[]): ReadonlySet<string> {
  if (core.readOnly) return new Set();
  return act(core, (now) => recordRows(core, now, group, rows));
}

/** @internal */
export function recordRows(core: Core, now: Act, group: Pointer, rows: readonly string[]): void {
  const before = core.progress.rows.get(group);
  if (before?.join() === rows.join() && before !== undefined) return;
  const gone = goneRows(before, rows);
  const drawn = [...core.displayed, ...core.server.keys()];
  if (drawn.some(insideRows(group, gone))) now.changed.add('@summary').add('@steps');
  forgetRows(core, group, gone);
  // What a new row asks is computed when it is looked at; what looks through the rows reads the group.
  now.record({ op: 'rows', group, rows }, group);
  // Visited and left empty looks like never visited.
  if (before?.length || rows.length > 0) now.changed.add(group);
  walkAgain(core, now.changed);
}

/** Patterns of all that is asked in the rows of a group. @internal */
export function patternsInRows({ model }: Core, group: Pointer): readonly Pointer[] {
  const inside = `${patternIn(model, group)}/*/`;
  return [...model.shape.fields, ...model.shape.groups].filter((name) => name.startsWith(inside));
}

/** Nothing of a row that went is kept. @internal */
export function forgetRows(core: Core, group: Pointer, removed: readonly string[]): void {
  const { fields, groups, visibility, unreadable, computed, patterns } = core.model;
  const states = [fields, groups, visibility, unreadable, computed, patterns];
  const maps = [...states, core.raws, core.server, core.displayed];
  const isGone = insideRows(group, removed);
  if (removed.length > 0)
    for (const map of maps)
      for (const pointer of map.keys()) if (isGone(pointer)) map.delete(pointer);
}
