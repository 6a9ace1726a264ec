import { isObject, itemsOf } from '../read/shapes.js';
import type { Condition, Moment, Test } from '../types/condition.js';

/**
 * Everything that a condition reads: pattern pointers, groups, `today` and `filing` (rules.md A3).
 * `below` and `atLeast` read `today`, since the value in force changes with it.
 */
export function readsOfCondition(condition: Condition | undefined, row = ''): Set<string> {
  if (condition === undefined || 'fact' in condition) return new Set();
  if ('all' in condition) return union(condition.all.map((one) => readsOfCondition(one, row)));
  if ('any' in condition) return union(condition.any.map((one) => readsOfCondition(one, row)));
  if ('not' in condition) return readsOfCondition(condition.not, row);
  if ('at' in condition) {
    const own = new Set([absolute(condition.at, row)]);
    return 'is' in condition ? union([own, readsOfTest(condition.is, row)]) : own;
  }
  const group = 'some' in condition ? condition.some : condition.every;
  return union([new Set([group]), readsOfCondition(condition.where, `${group}/*`)]);
}

/** Everything that a test, or the assertions of a leaf, read beside the answer itself. */
export function readsOfTest(test: Test, row = ''): Set<string> {
  const parts = [...itemsOf(test.allOf), ...itemsOf(test.anyOf), test.not, test.contains];
  const reads = union(
    parts.filter(isObject).map((part) => readsOfTest(part as unknown as Test, row)),
  );
  for (const moment of [test.notBefore, test.notAfter]) {
    for (const read of readsOfMoment(moment, row)) reads.add(read);
  }
  if (test.youngerThan !== undefined || test.olderThan !== undefined) reads.add('filing');
  if (test.below !== undefined || test.atLeast !== undefined) reads.add('today');
  return reads;
}

/** What a moment is computed from; nothing for a day and for an event. */
export function readsOfMoment(moment: string | Moment | undefined, row = ''): Set<string> {
  if (moment === undefined || typeof moment === 'string') return new Set();
  return moment.from.startsWith('event:') ? new Set() : new Set([absolute(moment.from, row)]);
}

function absolute(pointer: string, row: string): string {
  return pointer.startsWith('./') ? `${row}${pointer.slice(1)}` : pointer;
}

function union(sets: Iterable<ReadonlySet<string>>): Set<string> {
  const made = new Set<string>();
  for (const set of sets) for (const item of set) made.add(item);
  return made;
}
