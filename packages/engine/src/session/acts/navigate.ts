import { isShown, visibilityOf } from '../../model/visibility.js';
import { patternIn } from '../../model/pattern-in.js';
import { hasGroup } from '../../model/shape.js';
import type { Page } from '../../flow/pages.js';
import { act, type Act } from '../act.js';
import type { Core } from '../core.js';
import { issuesOn, pointersOn } from '../issues.js';
import { currentPage, firstOpen, frontier, isReachable, listOf, wayOf } from '../path.js';
import { recordRows } from './rows.js';

/**
 * Goes on, unless an issue stops. What only advises or is missing is said once:
 * pressing "continue" again without a change goes on, since nothing but R13's closed
 * list may stop a person.
 */
export function next(core: Core): ReadonlySet<string> {
  const visited = act(core, (now) => visitGroups(core, now, currentPage(core)));
  const moved = act(core, (now) => {
    const page = currentPage(core);
    if (page.plan.kind === 'review' || endsGuide(core, page)) return;
    if (!core.readOnly && isHeld(core, now, page)) return;
    leavePage(core, now);
    if (!core.readOnly && !core.progress.continued.has(page.id))
      now.record({ op: 'continue', step: page.id });
    visit(core, now, following(core, page));
  });
  return new Set([...visited, ...moved]);
}

/** A group that was shown and left empty was visited: `[]`, not "never asked" (rules.md A4). */
function visitGroups(core: Core, now: Act, page: Page): void {
  if (core.readOnly) return;
  for (const pointer of pointersOn(core, page)) {
    const isGroup = hasGroup(core.plan, patternIn(core.model, pointer));
    if (!isGroup || core.progress.rows.has(pointer) || core.progress.marks.has(pointer)) continue;
    if (isShown(visibilityOf(core.model, pointer))) recordRows(core, now, pointer, []);
  }
}

/** From the last page of a guide nothing follows: it has nothing to file. */
export function endsGuide(core: Core, page: Page): boolean {
  return core.plan.guide === true && page.list === undefined && wayOf(core, page).at(-1) === page;
}

/** What stays to be said: on a task list, the tasks that are not done, each once. */
function isHeld(core: Core, now: Act, page: Page): boolean {
  const isList = page.plan.kind === 'tasks';
  const issues = isList ? (core.extras?.openTasks(core, page) ?? []) : issuesOn(core, page);
  const signature = JSON.stringify([page.id, issues]);
  const mayContinue = issues.every(({ stops }) => !stops);
  if (issues.length === 0 || (mayContinue && signature === core.confirmed)) return false;
  core.attempted = page.id;
  core.confirmed = signature;
  core.mayContinue = mayContinue;
  for (const { pointer } of isList ? [] : issues) {
    if (!core.displayed.has(pointer) && !core.server.has(pointer)) now.changed.add(pointer);
    core.displayed.add(pointer);
  }
  now.changed.add('@summary').add('@steps').add('@step').add('@review');
  return true;
}

/**
 * After a change asked from the review, go back there as soon as nothing new is asked.
 * The last page of a task leads back to its list.
 */
function following(core: Core, page: Page): Page {
  const way = wayOf(core, page);
  const rest = way.slice(way.indexOf(page) + 1);
  const list = listOf(core, page);
  if (core.isReturning) return (list && firstOpen(core, rest)) ?? frontier(core);
  return rest[0] ?? list ?? page;
}

/** Goes to the page before, from the first of a task to its list; answers are kept. */
export function back(core: Core): ReadonlySet<string> {
  return act(core, (now) => {
    const page = currentPage(core);
    const way = wayOf(core, page);
    const before = way[way.indexOf(page) - 1] ?? listOf(core, page);
    if (!before) return;
    leavePage(core, now);
    visit(core, now, before);
  });
}

/** Jumps to a page that was continued, or to the first that was not; nothing for another. */
export function goTo(core: Core, id: string): ReadonlySet<string> {
  return act(core, (now) => {
    const page = core.pages.find((one) => one.id === id || one.name === id);
    if (!page || page.id === core.at) return;
    if (!core.readOnly && !isReachable(core, page.id)) return;
    const isFromReview = currentPage(core).plan.kind === 'review';
    leavePage(core, now);
    core.isReturning ||= isFromReview;
    visit(core, now, page);
  });
}

function leavePage(core: Core, now: Act): void {
  if (core.attempted !== undefined) now.changed.add('@summary');
  core.attempted = undefined;
  core.confirmed = undefined;
}

function visit(core: Core, now: Act, page: Page): void {
  core.at = page.id;
  if (page.plan.kind === 'review' || page === frontier(core)) core.isReturning = false;
  if (!core.readOnly) now.record({ op: 'visit', step: page.id });
  now.changed.add('@step').add('@steps').add('@summary');
}
