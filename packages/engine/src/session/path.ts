import type { Pointer } from '@guichet/procedure';
import { pagesOf, type Page } from '../flow/pages.js';
import type { Core } from './core.js';

/** Walks the flow anew. Answers whether the pages are others than before. */
export function rewalk(core: Core): boolean {
  const before = core.pages.map(({ id }) => id).join();
  core.pages = pagesOf(core.model, core.walk());
  core.homes = undefined;
  if (!core.pages.some(({ id }) => id === core.at)) core.at = frontier(core).id;
  return core.pages.map(({ id }) => id).join() !== before;
}

/** The first page not continued yet, a task list standing for all that is inside: where a return leads. */
export function frontier(core: Core): Page {
  const way = core.pages.filter(({ list }) => list === undefined);
  return firstOpen(core, way) ?? way.at(-1) ?? nowhere;
}

/** The first of some pages that was not continued. */
export function firstOpen(core: Core, pages: readonly Page[]): Page | undefined {
  return pages.find(({ id }) => !core.progress.continued.has(id));
}

/** The pages that follow each other around one: those of its task, or of the interview outside tasks. */
export function wayOf(core: Core, { list, task }: Page): readonly Page[] {
  return core.pages.filter((page) => page.list === list && page.task === task);
}

/** The task list that a page is inside of. */
export function listOf(core: Core, { list }: Page): Page | undefined {
  return list === undefined ? undefined : core.pages.find(({ id }) => id === list);
}

/** All pages inside a task list, those of lists inside it too; with a name, of that task only. */
export function pagesInside(core: Core, list: Page, task?: string): readonly Page[] {
  const inside = new Set<string | undefined>();
  return core.pages.filter((page) => {
    const isDirect = page.list === list.id && (task === undefined || page.task === task);
    if (!isDirect && !inside.has(page.list)) return false;
    if (page.plan.kind === 'tasks') inside.add(page.id);
    return true;
  });
}

/** The page being shown. */
export function currentPage(core: Core): Page {
  return core.pages.find(({ id }) => id === core.at) ?? frontier(core);
}

/** Whether a person may jump there. */
export function isReachable(core: Core, id: string): boolean {
  return reachable(core).has(id);
}

/**
 * Ids of the pages where a person may jump: on each way those continued and the first that is not;
 * inside a task list, which leaves the order open, once the list itself can be reached.
 */
export function reachable(core: Core): ReadonlySet<string> {
  const found = new Set<string>();
  const ended = new Set<string>();
  for (const { id, list, task = '' } of core.pages) {
    const way = JSON.stringify([list, task]);
    if (ended.has(way) || (list !== undefined && !found.has(list))) continue;
    found.add(id);
    if (!core.progress.continued.has(id)) ended.add(way);
  }
  return found;
}

/** Whether rows of a group have pages of their own. */
export function hasOwnPages(core: Core, group: Pointer): boolean {
  return Object.values(core.plan.steps).some((step) => step.each === group);
}

/** A flow whose steps are all passed over still shows a page. */
const nowhere: Page = {
  id: '',
  name: '',
  plan: { kind: 'fields', sections: [] },
  row: undefined,
};
