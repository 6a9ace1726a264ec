import type { Pointer } from '@guichet/procedure';
import { applyChange, type Progress } from '../../draft/apply-change.js';
import { progressOf } from '../../draft/fold-draft.js';
import { freshDraft } from '../../draft/fresh-draft.js';
import type { DraftEntry } from '../../draft.js';
import { sameJson } from '../../keywords/same-json.js';
import { patternIn } from '../../model/pattern-in.js';
import { act, type Act } from '../act.js';
import type { Core } from '../core.js';
import { walkAgain } from '../walk-again.js';
import { forgetRows, patternsInRows } from './rows.js';

/**
 * Takes in the log of the draft, to which another page has appended. What was done here and is not
 * in it yet will come after it, so it is done again on top: every page ends where the log's fold does.
 */
export function receive(core: Core, log: readonly DraftEntry[]): ReadonlySet<string> {
  if (core.readOnly) return new Set();
  const target = foldAll(core, log);
  const changed = act(core, (now) => {
    takeRows(core, now, target);
    takeAnswers(core, now, target);
    takePieces(core, now, target);
    takePlace(core, now, target);
  });
  // Rows have pages of their own, whatever else the flow reads.
  walkAgain(core, changed);
  return changed;
}

function foldAll(core: Core, log: readonly DraftEntry[]): Progress {
  const procedure = { id: '', version: '', planHash: '' };
  const target = progressOf(freshDraft({ id: '', key: '', procedure, startedAt: '' }));
  const { device } = core.ports.drafts;
  // A move is appended when a draft is opened, before its session: it is not among the session's changes.
  const own = log.filter((entry) => entry.device === device && entry.op !== 'move').length;
  for (const change of [...log, ...core.saver.unlogged(own)]) applyChange(target, change);
  return target;
}

function takeRows(core: Core, now: Act, target: Progress): void {
  for (const group of union(core.progress.rows, target.rows)) {
    const before = core.progress.rows.get(group);
    const after = target.rows.get(group);
    if (sameJson(before, after)) continue;
    forgetRows(core, group, before?.filter((row) => !after?.includes(row)) ?? []);
    put(core.progress.rows, group, after);
    // Never visited and left empty look alike.
    if (!sameJson(before ?? [], after ?? [])) now.changed.add(group);
    now.touch(group, patternIn(core.model, group), ...patternsInRows(core, group));
  }
}

function takeAnswers(core: Core, now: Act, target: Progress): void {
  const { answers, marks } = core.progress;
  const pointers = new Set([...union(answers, target.answers), ...union(marks, target.marks)]);
  for (const pointer of pointers) {
    const hasSameAnswer = sameJson(answers.get(pointer), target.answers.get(pointer));
    if (hasSameAnswer && sameJson(marks.get(pointer), target.marks.get(pointer))) continue;
    put(answers, pointer, target.answers.get(pointer));
    put(marks, pointer, target.marks.get(pointer));
    if (!hasSameAnswer) core.raws.delete(pointer);
    core.model.unreadable.delete(pointer);
    if (core.server.delete(pointer)) now.changed.add('@summary').add('@steps');
    now.changed.add(pointer);
    now.touch(pointer, patternIn(core.model, pointer));
  }
}

function takePieces(core: Core, now: Act, target: Progress): void {
  for (const name of union(core.progress.pieces, target.pieces)) {
    if (sameJson(core.progress.pieces.get(name), target.pieces.get(name))) continue;
    put(core.progress.pieces, name, target.pieces.get(name));
    now.changed.add(`@piece/${name}`).add('@review').add('@summary').add('@steps');
  }
}

/** The pages done and the day to file on are the draft's; the page being shown is this page's own. */
function takePlace(core: Core, now: Act, target: Progress): void {
  const { progress } = core;
  const done = progress.continued.size;
  for (const step of target.continued) progress.continued.add(step);
  if (progress.continued.size > done) now.changed.add('@steps');
  if (progress.fileOn !== target.fileOn) now.changed.add('@filing').add('@window');
  progress.fileOn = target.fileOn;
  if (!sameJson(progress.incidents, target.incidents)) now.changed.add('@window');
  progress.incidents = target.incidents;
}

function union<V>(one: ReadonlyMap<Pointer, V>, other: ReadonlyMap<Pointer, V>): Set<Pointer> {
  return new Set([...one.keys(), ...other.keys()]);
}

function put<V>(map: Map<Pointer, V>, key: Pointer, value: V | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}
