import type { Pointer } from '@guichet/procedure';
import type { DraftChange, PieceAnswer } from '../../draft.js';
import { sameJson } from '../../keywords/same-json.js';
import { mergeOrder } from '../../merge/merge-order.js';
import { act, type Act } from '../act.js';
import type { Core } from '../core.js';
import type { Step } from '../history.js';
import { recordRows } from './rows.js';

/**
 * Takes back the last thing done on this page: an answer, a mark, a row with all that was in it, a piece declared
 * missing, an import. It is appended to the log like anything else; nothing is rewritten. What somebody changed
 * since, in another tab or elsewhere, is theirs and stays. Nothing when nothing is left to take back.
 */
export function undo(core: Core): ReadonlySet<string> {
  return turn(core, 'done', 'undone');
}

/** Does again what was undone last, until something else is done. */
export function redo(core: Core): ReadonlySet<string> {
  return turn(core, 'undone', 'done');
}

function turn(core: Core, from: 'done' | 'undone', to: 'done' | 'undone'): ReadonlySet<string> {
  const { history } = core;
  if (core.readOnly) return new Set();
  history.isTurning = true;
  history.next = to;
  try {
    // A deed of which nothing is left to take back is passed over: one press does one thing.
    for (let deed = history[from].pop(); deed; deed = history[from].pop()) {
      const steps = deed.toReversed();
      let isDone = false;
      const changed = act(core, (now) => {
        for (const step of steps) isDone = takeBack(core, now, step) || isDone;
      });
      if (isDone) return changed;
    }
  } finally {
    history.isTurning = false;
    history.next = 'done';
    history.typing = undefined;
  }
  return new Set();
}

/** Answers whether there was something to take back. */
function takeBack(core: Core, now: Act, { done, back }: Step): boolean {
  if (done.op === 'rows') return takeRowsBack(core, now, done, back);
  // Typed, and taken away again: it is as it was.
  if (back.length === 1 && sameJson(back[0], done)) return false;
  if (!isStill(core, done)) return false;
  for (const line of back) write(core, now, line);
  return true;
}

/** Whether what was done is still so: what another page changed since is not mine to undo. */
function isStill({ progress }: Core, done: DraftChange): boolean {
  if (done.op === 'piece') return sameJson(progress.pieces.get(done.name) ?? null, done.piece);
  if (!('pointer' in done) || !hasRows(progress.rows, done.pointer)) return false;
  const answer = progress.answers.get(done.pointer);
  if (done.op === 'set') return sameJson(answer, done.value);
  const mark = progress.marks.get(done.pointer);
  return done.op === 'mark' ? sameJson(mark ?? null, done.mark) : answer === undefined && !mark;
}

/** Whether every row that a pointer goes through is there. */
function hasRows(rows: ReadonlyMap<Pointer, readonly string[]>, pointer: Pointer): boolean {
  for (const [group, ids] of rows)
    if (pointer.startsWith(`${group}/`)) {
      const row = pointer.slice(group.length + 1).split('/', 1)[0] ?? '';
      if (!ids.includes(row)) return false;
    }
  return true;
}

/**
 * Rows added are taken away unless somebody answered in them since, rows removed come back where they were with
 * all that was in them, rows moved go back; rows of others keep their place.
 */
function takeRowsBack(
  core: Core,
  now: Act,
  { group, rows: left }: Extract<DraftChange, { readonly op: 'rows' }>,
  back: readonly DraftChange[],
): boolean {
  const [line, ...inside] = back;
  if (line?.op !== 'rows' || !hasRows(core.progress.rows, group)) return false;
  const current = core.progress.rows.get(group) ?? [];
  const added = left.filter((row) => !line.rows.includes(row) && isEmpty(core, `${group}/${row}/`));
  const removed = line.rows.filter((row) => !left.includes(row) && !current.includes(row));
  const staying = new Set([...current, ...removed].filter((row) => !added.includes(row)));
  const { rows } = mergeOrder(left, current, line.rows, staying);
  if (sameJson(rows, current) && inside.length === 0) return false;
  recordRows(core, now, group, rows);
  const isBack = (at: Pointer) => removed.some((row) => at.startsWith(`${group}/${row}/`));
  for (const one of inside) {
    const at = one.op === 'rows' ? one.group : 'pointer' in one ? one.pointer : '';
    if (at === group ? rows.length === 0 : isBack(at)) write(core, now, one);
  }
  return true;
}

function isEmpty({ progress }: Core, inside: Pointer): boolean {
  const maps = [progress.answers, progress.marks];
  if (maps.some((map) => [...map.keys()].some((at) => at.startsWith(inside)))) return false;
  return ![...progress.rows].some(([group, ids]) => group.startsWith(inside) && ids.length > 0);
}

function write(core: Core, now: Act, line: DraftChange): void {
  if (line.op === 'rows') recordRows(core, now, line.group, line.rows);
  else if (line.op === 'piece') writePiece(core, now, line.name, line.piece);
  else if ('pointer' in line) {
    const { pointer } = line;
    core.raws.delete(pointer);
    core.model.unreadable.delete(pointer);
    if (core.server.delete(pointer)) now.changed.add('@summary').add('@steps');
    now.changed.add(pointer);
    now.record(line, pointer);
  }
}

function writePiece(core: Core, now: Act, name: string, piece: PieceAnswer | null): void {
  core.displayed.delete(`@piece/${name}`);
  now.record({ op: 'piece', name, piece });
  now.changed.add(`@piece/${name}`).add('@review').add('@summary').add('@steps');
}
