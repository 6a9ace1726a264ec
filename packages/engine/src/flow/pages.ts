import type { FormPlan, Pointer, StepPlan } from '@guichet/procedure';
import { bind } from '../interpreter/bind.js';
import { askedOf } from '../judge/pieces.js';
import type { Model } from '../model/model.js';
import { isShown, visibilityOf } from '../model/visibility.js';

/** One page of the interview: a step, or one row of an `each` step. */
export interface Page {
  /** `name`, or `name:row`. */
  readonly id: string;
  readonly name: string;
  readonly plan: StepPlan;
  /** Pointer of the row on an `each` step. */
  readonly row: Pointer | undefined;
}

/**
 * The pages of the steps walked: steps with nothing to show are passed over, `each`
 * steps give one page a row, or a page that offers the first row.
 */
export function pagesOf(model: Model, names: readonly string[]): readonly Page[] {
  return names.flatMap((name) => {
    const plan = stepOf(model.plan, name);
    if (!plan) return [];
    if (plan.kind === 'each' && plan.each !== undefined)
      return rowPages(model, name, plan, plan.each);
    const page: Page = { id: name, name, plan, row: undefined };
    return hasSomething(model, page) ? [page] : [];
  });
}

function stepOf(plan: FormPlan, name: string): StepPlan | undefined {
  return Object.hasOwn(plan.steps, name) ? plan.steps[name] : undefined;
}

function rowPages(model: Model, name: string, plan: StepPlan, group: Pointer): readonly Page[] {
  if (!isShown(visibilityOf(model, group))) return [];
  const rows = model.content.rows.get(group) ?? [];
  if (rows.length === 0) return [{ id: name, name, plan, row: undefined }];
  return rows
    .map((row): Page => ({ id: `${name}:${row}`, name, plan, row: `${group}/${row}` }))
    .filter((page) => hasSomething(model, page));
}

function hasSomething(model: Model, page: Page): boolean {
  if (page.plan.kind === 'pieces')
    return Object.keys(model.plan.pieces).some((name) => askedOf(model, name) !== 'false');
  if (page.plan.kind !== 'fields' && page.plan.kind !== 'each') return true;
  return itemsOf(page).some((pointer) => isShown(visibilityOf(model, pointer)));
}

/** Concrete pointers of the fields and groups of a page, inactive ones included, in order. */
export function itemsOf(page: Page): readonly Pointer[] {
  return page.plan.sections.flatMap((section) => boundItems(page, section.items));
}

/** The items of one section, bound to the page's row. */
export function boundItems(page: Page, items: readonly Pointer[]): readonly Pointer[] {
  return items.flatMap((pattern) => bind(pattern, page.row ?? '') ?? []);
}
