import type { Pointer } from '@guichet/procedure';
import { boundItems, type Page } from '../../flow/pages.js';
import { askedOf } from '../../judge/pieces.js';
import { patternIn } from '../../model/pattern-in.js';
import { hasGroup } from '../../model/shape.js';
import type { Core } from '../core.js';
import { drawnIssue, isDrawn, issueView, pointersOn } from '../issues.js';
import { currentPage, frontierIndex } from '../path.js';
import type { Issue, SectionView, StepSummary, StepView } from '../views.js';
import { own, word } from '../words.js';
import { rowTitle } from './group.js';

/** The page being shown. */
export function showStep(core: Core): StepView {
  const page = currentPage(core);
  const number = core.pages.indexOf(page) + 1;
  const exit = page.plan.exit;
  return {
    id: page.id,
    kind: page.plan.kind,
    title: pageTitle(core, page),
    intro: word(core, own(core.texts.steps, page.name)?.intro),
    sections: sectionsOf(core, page),
    pieces:
      page.plan.kind === 'pieces'
        ? Object.keys(core.plan.pieces).filter((name) => askedOf(core.model, name) !== 'false')
        : [],
    exit: exit && { say: word(core, own(core.texts.says, exit.say)), procedure: exit.procedure },
    number,
    of: core.pages.length,
    isFirst: number <= 1,
    mayContinue: core.attempted === page.id && core.mayContinue,
  };
}

/** The title of a page, with its row's on an `each` step. */
export function pageTitle(core: Core, page: Page): string {
  const title = word(core, own(core.texts.steps, page.name)?.title) || page.name;
  if (page.row === undefined) return title;
  const at = page.row.lastIndexOf('/');
  return `${title}: ${rowTitle(core, page.row.slice(0, at), page.row.slice(at + 1))}`;
}

function sectionsOf(core: Core, page: Page): readonly SectionView[] {
  const group = page.plan.each;
  if (group !== undefined && page.row === undefined) return [section(core, null, [group])];
  const written = page.plan.sections.map(({ key, items }) =>
    section(core, key, boundItems(page, items)),
  );
  const isLast = core.pages[core.pages.indexOf(page) + 1]?.name !== page.name;
  return group !== undefined && isLast ? [...written, section(core, null, [group])] : written;
}

function section(core: Core, key: string | null, items: readonly Pointer[]): SectionView {
  const texts = key === null ? undefined : own(core.texts.groups, key);
  return {
    title: word(core, texts?.title),
    hint: word(core, texts?.hint),
    items: items.map((pointer) => ({
      is: hasGroup(core.plan, patternIn(core.model, pointer)) ? 'group' : 'field',
      pointer,
    })),
  };
}

/** Every page of today's path. */
export function showSteps(core: Core): readonly StepSummary[] {
  const open = frontierIndex(core);
  return core.pages.map((page, i) => ({
    id: page.id,
    title: pageTitle(core, page),
    state: page.id === core.at ? 'current' : i < open ? 'done' : i === open ? 'open' : 'later',
    issues: pointersOn(core, page).filter((pointer) => isDrawn(core, pointer)).length,
  }));
}

/** Issues to list above the page, once "continue" or "file" was pressed. */
export function showSummary(core: Core): readonly Issue[] {
  const page = currentPage(core);
  if (core.attempted === page.id) return drawnOn(core, page);
  if (page.plan.kind !== 'review' || !core.hasTriedFiling) return [];
  const listed = core.pages.flatMap((one) => drawnOn(core, one));
  const pointers = new Set(listed.map(({ pointer }) => pointer));
  const elsewhere = [...core.server.values()].filter(({ pointer }) => !pointers.has(pointer));
  return [...listed, ...elsewhere.map((raw) => issueView(core, raw))];
}

function drawnOn(core: Core, page: Page): readonly Issue[] {
  return pointersOn(core, page).flatMap((pointer) => drawnIssue(core, pointer) ?? []);
}
