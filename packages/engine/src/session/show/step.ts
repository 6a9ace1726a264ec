import type { Pointer } from '@guichet/procedure';
import { boundItems, type Page } from '../../flow/pages.js';
import { askedPieces } from '../../judge/pieces.js';
import { patternIn } from '../../model/pattern-in.js';
import { hasGroup } from '../../model/shape.js';
import type { Core } from '../core.js';
import { drawnIssue, isDrawn, issueView, pointersOn } from '../issues.js';
import { endsGuide } from '../acts/navigate.js';
import { currentPage, listOf, reachable, wayOf } from '../path.js';
import { rowTitle } from '../row-title.js';
import type { Issue, SectionView, StepSummary, StepView } from '../views.js';
import { own, word } from '../words.js';

/** The page being shown. */
export function showStep(core: Core): StepView {
  const page = currentPage(core);
  const { exit } = page.plan;
  const main = core.pages.filter(({ list }) => list === undefined);
  return {
    id: page.id,
    kind: page.plan.kind,
    title: pageTitle(core, page),
    intro: word(core, own(core.texts.steps, page.name)?.intro),
    sections: sectionsOf(core, page),
    pieces: page.plan.kind === 'pieces' ? askedPieces(core.model) : [],
    exit: exit && { say: word(core, own(core.texts.says, exit.say)), procedure: exit.procedure },
    ...(page.plan.kind === 'tasks' ? { tasks: core.extras?.showTasks(core, page) ?? [] } : {}),
    ...(page.list === undefined ? {} : withinTask(core, page, page.list)),
    ...(endsGuide(core, page) ? { isEnd: true as const } : {}),
    number: main.indexOf(outermost(core, page)) + 1,
    of: main.length,
    isFirst: core.pages.indexOf(page) <= 0,
    mayContinue: core.attempted === page.id && core.mayContinue,
  };
}

function withinTask(core: Core, page: Page, list: string): Pick<StepView, 'list' | 'startsTask'> {
  return wayOf(core, page)[0] === page ? { list, startsTask: true } : { list };
}

/** A page, or the task list of the interview itself that it is inside of: what "step 2 of 5" counts. */
function outermost(core: Core, page: Page): Page {
  const list = listOf(core, page);
  return list ? outermost(core, list) : page;
}

/** The title of a page, with its row's on an `each` step. */
export function pageTitle(core: Core, page: Page): string {
  const title = word(core, own(core.texts.steps, page.name)?.title) || page.name;
  const rows = rowTitles(core, page);
  return rows.length === 0 ? title : `${title}: ${rows.join(', ')}`;
}

/** Titles of the rows that a page is in, the outermost first. */
function rowTitles(core: Core, { row, group }: Page): readonly string[] {
  const segments = (row ?? group ?? '').split('/');
  return segments.flatMap((id, n) => {
    const around = segments.slice(0, n).join('/');
    const isRow = core.progress.rows.get(around)?.includes(id) ?? false;
    return isRow ? [rowTitle(core, around, id)] : [];
  });
}

function sectionsOf(core: Core, page: Page): readonly SectionView[] {
  const { group } = page;
  if (group !== undefined && page.row === undefined) return [section(core, null, [group])];
  const written = page.plan.sections.map(({ key, items }) =>
    section(core, key, boundItems(page, items)),
  );
  const after = core.pages[core.pages.indexOf(page) + 1];
  const isLast = after?.name !== page.name || after.group !== group;
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
  const within = reachable(core);
  return core.pages.map((page) => ({
    id: page.id,
    title: pageTitle(core, page),
    state: stateOf(core, page, within),
    ...(page.list === undefined ? {} : { list: page.list }),
    issues: pointersOn(core, page).filter((pointer) => isDrawn(core, pointer)).length,
  }));
}

function stateOf(core: Core, { id }: Page, within: ReadonlySet<string>): StepSummary['state'] {
  if (id === core.at) return 'current';
  if (!within.has(id)) return 'later';
  return core.progress.continued.has(id) ? 'done' : 'open';
}

/** Issues to list above the page, once "continue" or "file" was pressed. */
export function showSummary(core: Core): readonly Issue[] {
  const page = currentPage(core);
  if (core.attempted === page.id)
    return page.plan.kind === 'tasks' ? (core.extras?.openTasks(core, page) ?? []) : drawnOn(core, page);
  if (page.plan.kind !== 'review' || !core.hasTriedFiling) return [];
  const listed = core.pages.flatMap((one) => drawnOn(core, one));
  const pointers = new Set(listed.map(({ pointer }) => pointer));
  const elsewhere = [...core.server.values()].filter(({ pointer }) => !pointers.has(pointer));
  return [...listed, ...elsewhere.map((raw) => issueView(core, raw))];
}

function drawnOn(core: Core, page: Page): readonly Issue[] {
  return pointersOn(core, page).flatMap((pointer) => drawnIssue(core, pointer) ?? []);
}
