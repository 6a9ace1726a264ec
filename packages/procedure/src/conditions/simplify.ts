import { canonicalJson } from '../canonical/canonical-json.js';
import type { Condition } from '../types/condition.js';

/** All of some conditions, flattened and without doubles; `undefined` means always. */
export function allOf(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const kept = distinct(conditions.flatMap((condition) => conjunctsOf(condition)));
  const [first] = kept;
  return kept.length > 1 ? { all: kept } : first;
}

/** Any of some conditions; an always (`undefined`) makes it always. */
export function anyOf(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const known: Condition[] = [];
  for (const condition of conditions) {
    if (condition === undefined) return undefined;
    known.push(condition);
  }
  const kept = distinct(known);
  const [first] = kept;
  return kept.length > 1 ? { any: kept } : first;
}

/** The opposite (Kleene): a double negation is undone. */
export function negate(condition: Condition): Condition {
  return 'not' in condition ? condition.not : { not: condition };
}

/** Whether `weaker` holds whenever `stronger` does, seen from their shape alone. */
export function isImplied(weaker: Condition | undefined, stronger: Condition | undefined): boolean {
  const known = new Set(conjunctsOf(stronger).map(canonicalJson));
  return conjunctsOf(weaker).every((condition) => known.has(canonicalJson(condition)));
}

function conjunctsOf(condition: Condition | undefined): readonly Condition[] {
  if (condition === undefined) return [];
  return 'all' in condition ? condition.all.flatMap(conjunctsOf) : [condition];
}

function distinct(conditions: readonly Condition[]): Condition[] {
  return [
    ...new Map(conditions.map((condition) => [canonicalJson(condition), condition])).values(),
  ];
}
