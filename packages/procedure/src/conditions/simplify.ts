import { canonicalJson } from '../canonical/canonical-json.js';
import type { Condition } from '../types/condition.js';

/** All of some conditions, flattened and without doubles; `undefined` means always. */
export function allOf(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const kept = distinct(conditions.flatMap((condition) => conjunctsOf(condition)));
  const [first] = kept;
  return kept.length > 1 ? { all: kept } : first;
}

/**
 * Any of some conditions; an always (`undefined`) makes it always. What holds only where another of them does
 * adds nothing (absorption, which Kleene's logic keeps) and is left out: `a or (a and b)` is `a`.
 */
export function anyOf(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const known: Condition[] = [];
  for (const condition of conditions) {
    if (condition === undefined) return undefined;
    known.push(condition);
  }
  const kept = absorb(distinct(known));
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

/** Beyond this many a generated schema would make check slow, and nothing is left out. */
const absorbedUpTo = 100;

function absorb(conditions: readonly Condition[]): readonly Condition[] {
  if (conditions.length > absorbedUpTo) return conditions;
  const parts = conditions.map((condition) => new Set(conjunctsOf(condition).map(canonicalJson)));
  return conditions.filter((_, index) => {
    const mine = parts[index] ?? new Set();
    return !parts.some(
      (others, at) =>
        at !== index &&
        (others.size < mine.size || (others.size === mine.size && at < index)) &&
        [...others].every((one) => mine.has(one)),
    );
  });
}

function distinct(conditions: readonly Condition[]): Condition[] {
  return [
    ...new Map(conditions.map((condition) => [canonicalJson(condition), condition])).values(),
  ];
}
