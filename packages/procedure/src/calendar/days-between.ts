import type { Day } from '../types/condition.js';
import { dayNumber } from './day-number.js';

/** Whole days from `from` to `to`: 1 from a day to the next, negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}
