import type { Condition, Pointer } from '@guichet/procedure';
import { evaluate } from '../interpreter/evaluate.js';
import { isStandIn, type Scope } from '../interpreter/scope.js';
import { isComputed } from './answer-at.js';
import { groupAround } from './shape.js';
import type { Model } from './model.js';
import { patternIn } from './pattern-in.js';

/**
 * Whether a field or group is shown (rules.md A7): `true` shown; `concerned` shown,
 * optional, because what decides it is *marked* unknown; `unknown` not yet; `false`
 * inactive, its answer parked.
 */
export type Visibility = 'true' | 'concerned' | 'unknown' | 'false';

const strength: Readonly<Record<Visibility, number>> = {
  false: 0,
  unknown: 1,
  concerned: 2,
  true: 3,
};

/** Visibility of a concrete pointer, its group's included; containers and unknown pointers are shown. */
export function visibilityOf(model: Model, pointer: Pointer): Visibility {
  let visibility = model.visibility.get(pointer);
  if (visibility === undefined) {
    visibility = compute(model, pointer);
    model.visibility.set(pointer, visibility);
  }
  return visibility;
}

/** Whether a person sees it. */
export function isShown(visibility: Visibility): boolean {
  return visibility === 'true' || visibility === 'concerned';
}

function compute(model: Model, pointer: Pointer): Visibility {
  const pattern = patternIn(model, pointer);
  const own = ownVisibility(model, pointer, showOf(model, pattern));
  const around = groupAround(pattern);
  if (around === undefined || own === 'false') return own;
  const depth = around.split('/').length;
  const group = visibilityOf(model, pointer.split('/', depth).join('/'));
  return strength[group] < strength[own] ? group : own;
}

function showOf(model: Model, pattern: Pointer): Condition | undefined {
  const { fields, groups } = model.plan;
  if (Object.hasOwn(fields, pattern)) return fields[pattern]?.show;
  return Object.hasOwn(groups, pattern) ? groups[pattern]?.show : undefined;
}

function ownVisibility(model: Model, pointer: Pointer, show: Condition | undefined): Visibility {
  if (!show) return 'true';
  const verdict = evaluate(show, model.scope, pointer);
  if (verdict !== 'unknown') return verdict;
  return readsStandIn(model, pointer, show) ? 'concerned' : 'unknown';
}

function readsStandIn(model: Model, pointer: Pointer, show: Condition): boolean {
  let seen = false;
  const mark = (at: Pointer) => {
    const found = model.scope.mark(at);
    seen ||= isStandIn(found);
    return found;
  };
  const { today, filing } = model.scope;
  // What is computed is not known because of what it is computed from.
  const value = (at: Pointer): unknown => {
    const compute = isComputed(model, at) && model.plan.fields[patternIn(model, at)]?.compute;
    return compute
      ? (model.extras?.computeValue(compute, spying, at) ?? undefined)
      : model.scope.value(at);
  };
  const spying: Scope = { ...model.scope, today, filing, mark, value };
  evaluate(show, spying, pointer);
  return seen;
}
