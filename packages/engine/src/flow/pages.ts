import type { FormPlan, Pointer, StepPlan } from '@guichet/procedure';
import { bind } from '../interpreter/bind.js';
import { askedPieces } from '../judge/pieces.js';
import { instancesOf } from '../model/instances.js';
import type { Model } from '../model/model.js';
import { groupAround } from '../model/shape.js';
import { isShown, visibilityOf } from '../model/visibility.js';
import type { Stop } from './walk-flow.js';

/** One page of the interview: a step, or one row of an `each` step. */
export interface Page {
  /** `name`, or `name:row`. */
  readonly id: string;
  readonly name: string;
  readonly plan: StepPlan;
  /** Pointer of the row on an `each` step. */
  readonly row: Pointer | undefined;
  /** The group, in which row it is, of an `each` step. */
  readonly group?: Pointer;
  /** The task list that it is inside of, and the task of that list. */
  readonly list?: string;
  readonly task?: string;
}

/**
 * The pages of the steps walked: steps with nothing to show are passed over, `each`
 * steps give one page a row, or a page that offers the first row; a task list without a
 * page inside is passed over too.
 */
export function pagesOf(model: Model, stops: readonly Stop[]): readonly Page[] {
  const pages = stops.flatMap((stop) => pagesAt(model, stop));
  const lists = new Set(pages.filter(({ plan }) => plan.kind !== 'tasks').map(({ list }) => list));
  // From the innermost: a list that holds nothing but empty lists is empty.
  for (const { id, list } of [...pages].reverse()) if (lists.has(id)) lists.add(list);
  return pages.filter(({ id, plan }) => plan.kind !== 'tasks' || lists.has(id));
}

function pagesAt(model: Model, { name, ...within }: Stop): readonly Page[] {
  const plan = stepOf(model.plan, name);
  if (!plan) return [];
  if (plan.kind === 'each' && plan.each !== undefined)
    return instancesOf(model.content, plan.each).flatMap((group) =>
      rowPages(model, { name, plan, group, ...within }),
    );
  const page: Page = { id: name, name, plan, row: undefined, ...within };
  return hasSomething(model, page) ? [page] : [];
}

function stepOf(plan: FormPlan, name: string): StepPlan | undefined {
  return Object.hasOwn(plan.steps, name) ? plan.steps[name] : undefined;
}

/** Rows have ids of their own, never used again: a page of a row inside another row needs no more. */
function rowPages(
  model: Model,
  of: Omit<Page, 'id' | 'row'> & { group: Pointer },
): readonly Page[] {
  const { name, group } = of;
  if (!isShown(visibilityOf(model, group))) return [];
  const rows = model.content.rows.get(group) ?? [];
  if (rows.length === 0) return [{ ...of, id: [name, ...rowAround(of)].join(':'), row: undefined }];
  const isWhole = asksAlways(model.plan, of.plan);
  return rows
    .map((row): Page => ({ ...of, id: `${name}:${row}`, row: `${group}/${row}` }))
    .filter((page) => isWhole || hasSomething(model, page));
}

/** Whether something is asked in each row, whatever its answers: then no row need be looked at. */
function asksAlways({ fields, groups }: FormPlan, step: StepPlan): boolean {
  return step.sections.some(({ items }) =>
    items.some((pattern) => {
      const asked = fields[pattern] ?? groups[pattern];
      return asked !== undefined && !asked.show && groupAround(pattern) === step.each;
    }),
  );
}

/** Id of the row that a group is inside of. */
function rowAround({ plan, group }: { plan: StepPlan; group: Pointer }): readonly string[] {
  const star = plan.each?.lastIndexOf('/*/') ?? -1;
  if (star < 0) return [];
  const depth = plan.each?.slice(0, star).split('/').length ?? 0;
  return group.split('/').slice(depth, depth + 1);
}

function hasSomething(model: Model, page: Page): boolean {
  if (page.plan.kind === 'pieces')
    return askedPieces(model).length > 0;
  if (page.plan.kind !== 'fields' && page.plan.kind !== 'each') return true;
  // Looked at one by one: a page of 5,000 fields is there as soon as its first is shown.
  return page.plan.sections.some(({ items }) =>
    items.some((pattern) => {
      const pointer = bind(pattern, page.row ?? '');
      return pointer !== undefined && isShown(visibilityOf(model, pointer));
    }),
  );
}

/** Concrete pointers of the fields and groups of a page, inactive ones included, in order. */
export function itemsOf(page: Page): readonly Pointer[] {
  return page.plan.sections.flatMap((section) => boundItems(page, section.items));
}

/** The items of one section, bound to the page's row. */
export function boundItems(page: Page, items: readonly Pointer[]): readonly Pointer[] {
  return items.flatMap((pattern) => bind(pattern, page.row ?? '') ?? []);
}
