import type { Page } from '../flow/pages.js';
import { pieceInstances } from '../model/piece-instances.js';
import type { Core } from './core.js';
import { homesOf } from './issues.js';
import { rewalk } from './path.js';

/**
 * Walks the flow anew and names what becomes different with it: the pages, and what says on which page it is asked,
 * pieces and drawn issues. Answers whether the pages are others than before.
 */
export function walkAgain(core: Core, changed: Set<string>): boolean {
  const before = core.pages;
  if (!rewalk(core)) return false;
  changed.add('@steps').add('@step');
  if (pageOfPieces(before) !== pageOfPieces(core.pages))
    for (const { name } of pieceInstances(core.model)) changed.add(`@piece/${name}`);
  nameDrawn(core, before, changed);
  return true;
}

const pageOfPieces = (pages: readonly Page[]): string | undefined =>
  pages.find(({ plan }) => plan.kind === 'pieces')?.id;

/** Where each pointer is asked is worked out only when an issue says it: a row more must not cost a look at all rows. */
function nameDrawn(core: Core, before: readonly Page[], changed: Set<string>): void {
  const drawn = [...core.displayed, ...core.server.keys()];
  if (drawn.length === 0) return;
  const [was, is] = [homesOf(core, before), homesOf(core, core.pages)];
  for (const pointer of drawn)
    if (was.get(pointer) !== is.get(pointer)) changed.add(pointer).add('@summary');
}
