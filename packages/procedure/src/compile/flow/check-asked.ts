import { nearestTo } from '../../read/did-you-mean.js';
import { itemsOf, type Json, member, textsOf } from '../../read/shapes.js';
import type { Place, Workspace } from '../../read/workspace.js';
import type { StepPlan } from '../../types/plan.js';
import type { Outline } from '../outline.js';
import { absolute } from './absolute.js';
import { authoredStates } from './authored-states.js';

/** That every question is asked, on one page, and where it can be. Reports `asked-twice`, `outside-row` and `never-asked`. */
export function checkAsked(
  workspace: Workspace,
  flow: Json,
  steps: Readonly<Record<string, StepPlan>>,
  outline: Outline,
): void {
  const asked = askedBy(flow, steps, workspace);
  reportTwice(workspace, asked, outline);
  for (const one of asked) if (isOutsideRow(one)) workspace.report(one.place, outsideRow(one));
  reportNever(workspace, flow, asked, outline);
}

/** One thing that a page asks. */
interface Asked {
  readonly pointer: string;
  readonly page: string;
  readonly place: Place;
  /** Group that the page has a row of. */
  readonly each: string | undefined;
  /** It is that group itself: the page asks for its rows, and its items say what of each row. */
  readonly isRows?: true;
}

function askedBy(
  flow: Json,
  steps: Readonly<Record<string, StepPlan>>,
  workspace: Workspace,
): readonly Asked[] {
  return authoredStates(flow).flatMap(({ name, holder }) => {
    const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
    const common = { page: name, place: workspace.placeOfKey(holder, name), each: step?.each };
    const items = (step?.sections ?? []).flatMap((section) => section.items);
    const rows =
      step?.each === undefined ? [] : [{ ...common, pointer: step.each, isRows: true as const }];
    return [...rows, ...items.map((pointer) => ({ ...common, pointer }))];
  });
}

function reportTwice(workspace: Workspace, asked: readonly Asked[], outline: Outline): void {
  const first = new Map<string, Asked>();
  for (const one of asked) {
    const before = first.get(one.pointer);
    // Several pages may ask their own part of each row.
    if (before === undefined || (one.isRows && before.isRows))
      first.set(one.pointer, before ?? one);
    else workspace.report(one.place, twice(one.pointer, before.page, one.page));
  }
  for (const one of asked) {
    const whole = groupsAround(one.pointer)
      .map((group) => first.get(group))
      .find((around) => around !== undefined && !around.isRows);
    if (whole && outline.groups[whole.pointer])
      workspace.report(one.place, twice(one.pointer, whole.page, one.page));
  }
}

/** Groups in whose rows a pointer is, the innermost first. */
function groupsAround(pointer: string): string[] {
  const star = pointer.lastIndexOf('/*');
  if (star < 0) return [];
  const group = pointer.slice(0, star);
  return [group, ...groupsAround(group)];
}

/** A part of a row can be drawn only where the row is: on the pages of its group. */
function isOutsideRow({ pointer, each, isRows }: Asked): boolean {
  if (isRows === true) return false;
  const [around] = groupsAround(pointer);
  return around !== each;
}

function reportNever(
  workspace: Workspace,
  flow: Json,
  asked: readonly Asked[],
  outline: Outline,
): void {
  const pages = new Set(asked.map(({ pointer }) => pointer));
  const whole = new Set(asked.filter(({ isRows }) => !isRows).map(({ pointer }) => pointer));
  const meant = mistyped(flow, outline);
  const isMeant = (pointer: string) =>
    meant.some((at) => pointer === at || pointer.startsWith(`${at}/`));
  const isAsked = (pointer: string) =>
    pages.has(pointer) || groupsAround(pointer).some((group) => whole.has(group));
  const pointers = [...Object.keys(outline.fields), ...Object.keys(outline.groups)];
  for (const pointer of pointers.filter((one) => !isAsked(one) && !isMeant(one))) {
    workspace.report(outline.nodes.get(pointer)?.place ?? workspace.placeOf(flow), {
      rule: 'never-asked',
      message: `No step asks "${pointer}", so it stays unknown for everybody.`,
      fix: 'Name it, or the object that holds it, in "ask" of a step of flow.json; or remove it.',
    });
  }
}

/** What the unknown pointers of the steps most likely mean: that it is not asked follows from the mistake, which is reported. */
function mistyped(flow: Json, outline: Outline): readonly string[] {
  return authoredStates(flow).flatMap(({ state }) => {
    const meta = member(state, 'meta');
    const each = member(meta, 'each');
    const row = typeof each === 'string' ? each : undefined;
    const items = Array.isArray(member(meta, 'ask')) ? itemsOf(member(meta, 'ask')) : [];
    const named = items.flatMap((item) =>
      typeof item === 'string' ? [item] : textsOf(member(item, 'fields')),
    );
    const pointers = named.map((pointer) => absolute(pointer, row));
    return [...pointers, ...(row === undefined ? [] : [row])]
      .filter((pointer) => !outline.nodes.has(pointer))
      .flatMap((pointer) => nearestTo(pointer, outline.nodes.keys()) ?? []);
  });
}

const twice = (pointer: string, before: string, now: string) => ({
  rule: 'asked-twice',
  message: `"${pointer}" is asked in "${before}" and again in "${now}": a person says it once.`,
  fix: 'Remove it from one of the two steps.',
});
const outsideRow = ({ pointer, page, each }: Asked) => ({
  rule: 'outside-row',
  message:
    each === undefined
      ? `"${page}" asks "${pointer}", a part of a row, but is not a page of rows: nothing would be drawn.`
      : `"${page}" is shown once a row of "${each}" and asks "${pointer}", which is not in that row: everybody would be asked again, or never.`,
  fix: 'Ask the whole group, or what is in its rows on a page with "each"; ask the rest on a page of its own.',
});
