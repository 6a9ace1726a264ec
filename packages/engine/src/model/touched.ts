import type { FormPlan, Pointer } from '@guichet/procedure';
import type { Content } from './content.js';
import { instancesOf } from './instances.js';
import type { Model } from './model.js';
import { patternIn } from './pattern-in.js';

/** Pattern, or name like `@flow` → pointers of it to compute anew, bound to the rows that are concerned alone. */
export type Touched = Map<string, Set<Pointer>>;

/**
 * All that reads what changed. A source is a pattern, a concrete pointer, `today` or `filing`; of a
 * concrete one in a row, what reads it in the same row is touched there and in no other row.
 */
export function touchedBy(model: Model, sources: readonly string[]): Touched {
  const touched: Touched = new Map();
  for (const source of new Set(sources)) {
    const pattern = patternIn(model, source);
    const rows = rowsIn(source, pattern);
    const isThere = hasRows(model.content, source, pattern, rows.length);
    if (isThere) touch(touched, pattern, source);
    for (const name of model.plan.readers[pattern] ?? []) {
      const place = placeOf(model.plan, name);
      const depth = rows.length === 0 ? 0 : depthOf(model.plan, pattern, place, name);
      if (depth === 0 || isThere) touch(touched, name, bindRows(place, rows.slice(0, depth)));
    }
  }
  return touched;
}

/** A group passes its visibility on to what is in its rows; answers the patterns of these. */
export function touchBelow(
  { shape }: Model,
  touched: Touched,
  group: Pointer,
  at: Pointer,
): readonly Pointer[] {
  const below = [...shape.fields, ...shape.groups].filter((name) => name.startsWith(`${group}/*/`));
  for (const name of below) touch(touched, name, at + name.slice(group.length));
  return below;
}

function touch(touched: Touched, name: string, at: Pointer): void {
  const places = touched.get(name);
  if (places) places.add(at);
  else touched.set(name, new Set([at]));
}

/** Concrete pointers of what is touched: of one name, each once. */
export function instancesAt(
  { content }: Model,
  name: string,
  touched: Touched,
): readonly Pointer[] {
  const places = touched.get(name) ?? [];
  const found = [...places].flatMap((at) => instancesOf(content, at));
  return touched.get(name)?.size === 1 ? found : [...new Set(found)];
}

/** Where a reader is: advice is computed at the pointer that it is said at. */
function placeOf(plan: FormPlan, name: string): Pointer {
  if (!name.startsWith('@advice/')) return name;
  return plan.advice[Number(name.slice('@advice/'.length))]?.at ?? name;
}

/** Ids of the rows that a pointer is bound to, outer ones first. */
function rowsIn(pointer: Pointer, pattern: Pointer): readonly string[] {
  if (!pattern.includes('/*')) return [];
  const segments = pointer.split('/');
  const rows: string[] = [];
  for (const [at, segment] of pattern.split('/').entries()) {
    const id = segments[at];
    if (segment !== '*') continue;
    if (id === '*' || id === undefined) return rows;
    rows.push(id);
  }
  return rows;
}

function bindRows(pattern: Pointer, rows: readonly string[]): Pointer {
  let n = 0;
  return pattern.replace(/\/\*/g, (any) => (n < rows.length ? `/${rows[n++]}` : any));
}

/** Whether the rows that a pointer is bound to are still there. */
function hasRows(content: Content, pointer: Pointer, pattern: Pointer, depth: number): boolean {
  const [segments, stars] = [pointer.split('/'), pattern.split('/')];
  let left = depth;
  for (let at = 0; at < stars.length && left > 0; at++) {
    if (stars[at] !== '*') continue;
    const rows = content.rows.get(segments.slice(0, at).join('/'));
    if (!rows?.includes(segments[at] ?? '')) return false;
    left -= 1;
  }
  return true;
}

const depths = new WeakMap<FormPlan, Map<string, number>>();

/** How many rows a reader shares with what it reads: 0, and it is touched wherever it is. Worked out once. */
function depthOf(plan: FormPlan, source: Pointer, place: Pointer, name: string): number {
  let known = depths.get(plan);
  if (!known) depths.set(plan, (known = new Map()));
  const key = `${source} ${name}`;
  let depth = known.get(key);
  if (depth === undefined) known.set(key, (depth = sharedRows(plan, source, place, name)));
  return depth;
}

function sharedRows(plan: FormPlan, source: Pointer, place: Pointer, name: string): number {
  const groups = groupsAround(source);
  let depth = groups.filter((group) => place.startsWith(`${group}/*/`)).length;
  while (depth > 0 && readsOtherRows(plan, source, name, groups[depth - 1] ?? '')) depth -= 1;
  return depth;
}

/** Whether a reader looks through all rows of a group, or at something outside them that does. */
function readsOtherRows(plan: FormPlan, source: Pointer, name: string, group: Pointer): boolean {
  const reads = (what: string) => plan.readers[what]?.includes(name) === true;
  const outside = (plan.readers[source] ?? []).filter((one) => !one.startsWith(`${group}/*/`));
  return reads(group) || outside.some((one) => one !== name && reads(one));
}

/** Patterns of the groups whose rows a pattern is in, outer ones first. */
function groupsAround(pattern: Pointer): readonly Pointer[] {
  return [...pattern.matchAll(/\/\*(?=\/)/g)].map(({ index }) => pattern.slice(0, index));
}
