import type { Pointer } from '@guichet/procedure';
import { dayIn, endOfDay } from '@guichet/procedure';
import { applyChange } from '../draft/apply-change.js';
import type { DraftChange } from '../draft.js';
import { bind } from '../interpreter/bind.js';
import { sameJson } from '../keywords/same-json.js';
import type { FieldState } from '../model/field-state.js';
import type { GroupState } from '../model/group-state.js';
import { patternIn } from '../model/pattern-in.js';
import { pieceInstances } from '../model/piece-instances.js';
import { groupAround } from '../model/shape.js';
import { refresh, type Refreshed } from '../model/refresh.js';
import { isShown } from '../model/visibility.js';
import type { Core } from './core.js';
import { backOf, remember, type Step } from './history.js';
import { currentPage, hasOwnPages } from './path.js';
import { walkAgain } from './walk-again.js';
import { own } from './words.js';

/** What an act may do: record changes of the draft, name what became different. */
export interface Act {
  readonly changed: Set<string>;
  /** Applies a change and appends it to the draft log; `source` is the pattern whose readers are to be computed anew. */
  record(change: DraftChange, ...sources: readonly string[]): void;
  /** The same for what is in the log already, and was put where it belongs. */
  touch(pointer: Pointer, ...sources: readonly string[]): void;
}

/**
 * Runs one act: applies it, computes anew what reads what it changed and nothing else,
 * walks the flow again only if it must, and answers what became different.
 */
export function act(core: Core, run: (act: Act) => void): Set<string> {
  const changed = new Set<string>();
  const sources: string[] = turnDay(core);
  const wasShownSaving = core.saver.state();
  const deed: Step[] = [];
  const touch: Act['touch'] = (pointer, ...touched) => {
    nameRow(core, pointer, changed);
    sources.push(...touched);
  };
  run({
    changed,
    touch,
    record: (change, ...touched) => {
      const pointer = 'pointer' in change ? change.pointer : '';
      const before = core.progress.answers.get(pointer);
      const back = backOf(core.progress, change);
      if (back) deed.push({ done: change, back });
      applyChange(core.progress, change);
      forgetServerIssues(core, change, changed);
      if (core.progress.answers.get(pointer) !== before) nameRow(core, pointer, changed);
      core.saver.push(change);
      sources.push(...touched);
    },
  });
  remember(core.history, deed);
  if (sources.length > 0) spread(core, refresh(core.model, sources), changed);
  if (core.saver.state() !== wasShownSaving) changed.add('@save');
  return changed;
}

/** What the service found wrong is over once what it was about changed: the answer, the rows, the piece, or anything inside. */
function forgetServerIssues(core: Core, change: DraftChange, changed: Set<string>): void {
  if (core.server.size === 0) return;
  const at = 'pointer' in change ? change.pointer : 'group' in change ? change.group : '';
  const name = change.op === 'piece' ? `@piece/${change.name}` : at;
  for (const pointer of core.server.keys())
    if (name === pointer || name.startsWith(`${pointer}/`)) {
      core.server.delete(pointer);
      changed.add(pointer).add('@summary').add('@steps');
    }
}

/** Midnight in the operator's zone moves `today`, and `filing` with it until something is filed. */
function turnDay(core: Core): string[] {
  const now = core.ports.clock.now();
  if (now.getTime() <= core.midnight) return [];
  const today = dayIn(now, core.zone);
  core.midnight = new Date(endOfDay(today, core.zone)).getTime();
  core.model.days = { today, filing: today };
  return ['today', 'filing'];
}

function spread(core: Core, refreshed: Refreshed, changed: Set<string>): void {
  let issues = false;
  for (const [pointer, { before, after }] of refreshed.fields) {
    const isDrawn = core.displayed.has(pointer);
    const hasOtherIssue = isDrawn && !sameIssue(before.issue, after.issue);
    if (hasOtherIssue || !sameState(before, after)) changed.add(pointer);
    if (!sameJson(before.computed, after.computed)) nameRow(core, pointer, changed);
    issues ||= hasOtherIssue;
    if (isDrawn && !after.issue) core.displayed.delete(pointer);
  }
  for (const [pointer, { before, after }] of refreshed.groups) {
    const isDrawn = core.displayed.has(pointer);
    const hasOtherIssue = isDrawn && !sameIssue(before.issue, after.issue);
    const saysOther = !sameJson(saidAt(before), saidAt(after));
    if (hasOtherIssue || saysOther || !looksSame(before, after)) changed.add(pointer);
    issues ||= hasOtherIssue;
    if (isDrawn && !after.issue) core.displayed.delete(pointer);
  }
  for (const name of refreshed.others) for (const shown of shownAs(core, name)) changed.add(shown);
  if (changed.delete('@flow')) walkAgain(core, changed);
  if (hasPieceAsked(core, refreshed, changed)) changed.add('@step').add('@steps');
  if (issues) changed.add('@summary').add('@steps');
  // What a task list shows is a sum of answers given elsewhere.
  if (own(core.plan.steps, core.at)?.kind === 'tasks') changed.add('@step').add('@summary');
  changed.add('@review');
}

/** A row is named by one of its answers: the group, and the pages of its rows, show it. */
function nameRow(core: Core, pointer: Pointer, changed: Set<string>): void {
  const pattern = patternIn(core.model, pointer);
  const group = groupAround(pattern);
  const title = group === undefined ? undefined : own(core.plan.groups, group)?.title;
  if (group === undefined || title === undefined || bind(title, `${group}/*`) !== pattern) return;
  const depth = group.split('/').length;
  changed.add(pointer.split('/', depth).join('/'));
  if (hasOwnPages(core, group)) changed.add('@step').add('@steps');
}

type Look = Pick<FieldState, 'visibility' | 'by'>;

/** Which pieces are asked decides what a pieces page draws, and whether there is one. */
function hasPieceAsked(core: Core, { others }: Refreshed, changed: Set<string>): boolean {
  const isTouched = [...others].some((name) => name.startsWith('@piece/'));
  return isTouched && (walkAgain(core, changed) || currentPage(core).plan.kind === 'pieces');
}

/** What a view is called that reads what a plan names: a piece asked for each row has many. */
function shownAs({ model }: Core, name: string): readonly string[] {
  if (name.startsWith('@fee/')) return ['@fees'];
  const piece = own(model.plan.pieces, name.slice('@piece/'.length));
  if (piece?.each === undefined) return [name];
  const views = pieceInstances(model).filter(({ plan }) => plan === piece);
  return views.map((instance) => `@piece/${instance.name}`);
}

/** What a group says beside its rows. */
const saidAt = ({ advice = [], gaps = [] }: GroupState): unknown => [advice, gaps];

/** Inactive and not yet asked look alike: neither is drawn. */
function looksSame(a: Look, b: Look): boolean {
  if (a.by !== b.by) return false;
  return a.visibility === b.visibility || (!isShown(a.visibility) && !isShown(b.visibility));
}

function sameState(a: FieldState, b: FieldState): boolean {
  return (
    looksSame(a, b) &&
    a.required === b.required &&
    sameJson(a.computed, b.computed) &&
    a.advice.length === b.advice.length &&
    a.advice.every((n, i) => n === b.advice[i])
  );
}

function sameIssue(a: FieldState['issue'], b: FieldState['issue']): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));
}
