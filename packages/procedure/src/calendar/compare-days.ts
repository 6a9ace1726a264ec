import type { Day } from '../types/condition.js';

/** Negative when `a` comes before `b`, positive when after, 0 when they are the same calendar day. */
export function compareDays(a: Day, b: Day): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
