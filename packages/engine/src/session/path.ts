import type { Pointer } from '@guichet/procedure';
import { pagesOf, type Page } from '../flow/pages.js';
import type { Core } from './core.js';
import { homesOf } from './issues.js';

/** Walks the flow anew. Answers whether the pages are others than before. */
export function rewalk(core: Core): boolean {
  const before = core.pages.map(({ id }) => id).join();
  core.pages = pagesOf(core.model, core.walk());
  core.homes = homesOf(core);
  if (!core.pages.some(({ id }) => id === core.at)) core.at = frontier(core).id;
  return core.pages.map(({ id }) => id).join() !== before;
}

/** The first page not continued yet: as far as a person can go. */
export function frontier(core: Core): Page {
  return core.pages[frontierIndex(core)] ?? nowhere;
}

/** Its place among the pages. */
export function frontierIndex(core: Core): number {
  const index = core.pages.findIndex(({ id }) => !core.progress.continued.has(id));
  return index < 0 ? core.pages.length - 1 : index;
}

/** The page being shown. */
export function currentPage(core: Core): Page {
  return core.pages.find(({ id }) => id === core.at) ?? frontier(core);
}

/** Whether a person may jump there: continued before, or the first that is not. */
export function isReachable(core: Core, id: string): boolean {
  const index = core.pages.findIndex((page) => page.id === id);
  return index >= 0 && index <= frontierIndex(core);
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
