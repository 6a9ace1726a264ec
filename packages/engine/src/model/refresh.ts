import type { Pointer } from '@guichet/procedure';
import { computeField, fieldState, type FieldState } from './field-state.js';
import { computeGroup, groupState, type GroupState } from './group-state.js';
import { instancesOf } from './instances.js';
import type { Model } from './model.js';
import { hasField, hasGroup } from './shape.js';
import { visibilityOf } from './visibility.js';

/** What became different: states before and after, and the `@…` names that read what changed. */
export interface Refreshed {
  readonly fields: Map<Pointer, { readonly before: FieldState; readonly after: FieldState }>;
  readonly groups: Map<Pointer, { readonly before: GroupState; readonly after: GroupState }>;
  readonly others: Set<string>;
}

/**
 * Computes anew what reads the given patterns (or `today`, `filing`), and nothing
 * else: the cost does not grow with the form. Call it after the content changed.
 */
export function refresh(model: Model, sources: readonly string[]): Refreshed {
  const touched = touchedBy(model, sources);
  const moved = refreshVisibility(model, touched);
  const result: Refreshed = { fields: new Map(), groups: new Map(), others: new Set() };
  for (const name of touched) {
    if (hasField(model.plan, name)) refreshFields(model, name, result);
    else if (hasGroup(model.plan, name)) refreshGroups(model, name, result);
    else if (name.startsWith('@advice/')) adviseAgain(model, name, touched, result);
    else result.others.add(name);
  }
  if (moved) result.others.add('@flow');
  return result;
}

function touchedBy(model: Model, sources: readonly string[]): ReadonlySet<string> {
  const touched = new Set<string>();
  for (const source of sources) {
    touched.add(source);
    for (const name of model.plan.readers[source] ?? []) touched.add(name);
  }
  for (const name of [...touched])
    if (hasGroup(model.plan, name)) for (const field of below(model, name)) touched.add(field);
  return touched;
}

/** A group passes its visibility on to what is in its rows. */
function below(model: Model, group: Pointer): readonly string[] {
  const prefix = `${group}/*/`;
  return [...model.shape.fields, ...model.shape.groups].filter((name) => name.startsWith(prefix));
}

/** Deciders first, so that each is computed from what is already new. */
function refreshVisibility(model: Model, touched: ReadonlySet<string>): boolean {
  const { order } = model.shape;
  const pointers = [...touched]
    .sort((a, b) => (order.get(a) ?? -1) - (order.get(b) ?? -1))
    .flatMap((name) => (name.startsWith('/') ? instancesOf(model.content, name) : []));
  const before = pointers.map((pointer) => model.visibility.get(pointer));
  for (const pointer of pointers) model.visibility.delete(pointer);
  return pointers.filter((pointer, i) => visibilityOf(model, pointer) !== before[i]).length > 0;
}

function refreshFields(model: Model, pattern: Pointer, result: Refreshed): void {
  for (const pointer of instancesOf(model.content, pattern)) {
    const before = result.fields.get(pointer)?.before ?? fieldState(model, pointer);
    const after = computeField(model, pointer);
    model.fields.set(pointer, after);
    result.fields.set(pointer, { before, after });
  }
}

function refreshGroups(model: Model, pattern: Pointer, result: Refreshed): void {
  for (const pointer of instancesOf(model.content, pattern)) {
    const before = groupState(model, pointer);
    const after = computeGroup(model, pointer);
    model.groups.set(pointer, after);
    result.groups.set(pointer, { before, after });
  }
}

function adviseAgain(
  model: Model,
  name: string,
  touched: ReadonlySet<string>,
  result: Refreshed,
): void {
  const at = model.plan.advice[Number(name.slice('@advice/'.length))]?.at;
  if (at !== undefined && !touched.has(at)) refreshFields(model, at, result);
}
