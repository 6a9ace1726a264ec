import type { Pointer } from '@guichet/procedure';
import { computeField, fieldState, type FieldState } from './field-state.js';
import { computeGroup, groupState, type GroupState } from './group-state.js';
import type { Model } from './model.js';
import { hasField, hasGroup } from './shape.js';
import { instancesAt, touchBelow, touchedBy, type Touched } from './touched.js';
import { visibilityOf, type Visibility } from './visibility.js';

/** What became different: states before and after, and the `@…` names that read what changed. */
export interface Refreshed {
  readonly fields: Map<Pointer, { readonly before: FieldState; readonly after: FieldState }>;
  readonly groups: Map<Pointer, { readonly before: GroupState; readonly after: GroupState }>;
  readonly others: Set<string>;
}

/**
 * Computes anew what reads the given pointers or patterns (or `today`, `filing`), and nothing
 * else: the cost grows neither with the form nor with the rows. Call it after the content changed.
 */
export function refresh(model: Model, sources: readonly string[]): Refreshed {
  const touched = touchedBy(model, sources);
  const moved = refreshVisibility(model, touched);
  const result: Refreshed = { fields: new Map(), groups: new Map(), others: new Set() };
  for (const name of touched.keys()) {
    if (hasField(model.plan, name)) refreshFields(model, name, touched, result);
    else if (hasGroup(model.plan, name)) refreshGroups(model, name, touched, result);
    else if (name.startsWith('@advice/')) adviseAgain(model, name, touched, result);
    else result.others.add(name);
  }
  if (moved) result.others.add('@flow');
  return result;
}

/** Deciders first, so that each is computed from what is already new. Answers whether something is shown that was not, or the reverse. */
function refreshVisibility(model: Model, touched: Touched): boolean {
  const { order } = model.shape;
  const before = new Map<Pointer, Visibility | undefined>();
  const forget = (name: string): void => {
    for (const pointer of instancesAt(model, name, touched)) {
      if (!before.has(pointer)) before.set(pointer, model.visibility.get(pointer));
      model.visibility.delete(pointer);
      model.computed.delete(pointer);
    }
  };
  const names = [...touched.keys()]
    .filter((name) => name.startsWith('/'))
    .sort((a, b) => (order.get(a) ?? -1) - (order.get(b) ?? -1));
  names.forEach(forget);
  for (const name of names.filter((one) => hasGroup(model.plan, one)))
    for (const pointer of instancesAt(model, name, touched))
      if (visibilityOf(model, pointer) !== before.get(pointer))
        touchBelow(model, touched, name, pointer).forEach(forget);
  return [...before].filter(([pointer, was]) => visibilityOf(model, pointer) !== was).length > 0;
}

function refreshFields(model: Model, name: string, touched: Touched, result: Refreshed): void {
  for (const pointer of instancesAt(model, name, touched)) {
    if (result.fields.has(pointer)) continue;
    const before = fieldState(model, pointer);
    const after = computeField(model, pointer);
    model.fields.set(pointer, after);
    result.fields.set(pointer, { before, after });
  }
}

function refreshGroups(model: Model, name: string, touched: Touched, result: Refreshed): void {
  for (const pointer of instancesAt(model, name, touched)) {
    if (result.groups.has(pointer)) continue;
    const before = groupState(model, pointer);
    const after = computeGroup(model, pointer);
    model.groups.set(pointer, after);
    result.groups.set(pointer, { before, after });
  }
}

/** Advice is part of the state of the field or group that it is said at. */
function adviseAgain(model: Model, name: string, touched: Touched, result: Refreshed): void {
  const at = model.plan.advice[Number(name.slice('@advice/'.length))]?.at;
  if (at === undefined) return;
  if (hasField(model.plan, at)) refreshFields(model, name, touched, result);
  else refreshGroups(model, name, touched, result);
}
