import type { Pointer } from '../types/condition.js';
import { joinPointer } from './join-pointer.js';
import { parsePointer } from './parse-pointer.js';

/** Groups by pointer: a plan's `groups`, or a set of their keys. */
export type GroupNames = ReadonlySet<Pointer> | Readonly<Record<Pointer, unknown>>;

/**
 * A pointer with `*` in place of each row id: how plans, texts and conditions name it.
 *
 * @example patternOf('/children/k7f3q9x2ma/birth', plan.groups) // '/children/*\/birth'
 */
export function patternOf(pointer: Pointer, groups: GroupNames): Pointer {
  const segments = parsePointer(pointer);
  const pattern: string[] = [];
  for (const segment of segments) {
    pattern.push(isGroup(joinPointer(pattern), groups) ? '*' : segment);
  }
  return joinPointer(pattern);
}

function isGroup(pointer: Pointer, groups: GroupNames): boolean {
  return groups instanceof Set ? groups.has(pointer) : Object.hasOwn(groups, pointer);
}
