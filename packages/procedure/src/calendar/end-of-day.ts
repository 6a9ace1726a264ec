import { ProcedureError } from '../errors.js';
import type { Day } from '../types/condition.js';
import { dayFromNumber, dayNumber } from './day-number.js';
import { dayIn } from './day-in.js';
import { isDay } from './is-day.js';

const hour = 3_600_000;

/**
 * The last millisecond of a calendar day in an IANA zone, as a UTC ISO instant.
 *
 * Found by bisection over `Intl`, so that days of 23 or 25 hours, changes at midnight and days that a zone
 * skipped all come out right. Where a clock goes back over midnight, the later end holds: a person gets the
 * whole day. Throws `not-a-day` and `unknown-zone`.
 *
 * @example endOfDay('2027-03-28', 'Europe/Paris') // '2027-03-28T21:59:59.999Z'
 */
export function endOfDay(day: Day, zone: string): string {
  if (!isDay(day)) throw new ProcedureError('not-a-day', { text: day });
  return new Date(lastMillisecond(day, zone)).toISOString();
}

/** The first millisecond of a calendar day in an IANA zone: the one after the end of the day before. */
export function startOfDay(day: Day, zone: string): string {
  if (!isDay(day)) throw new ProcedureError('not-a-day', { text: day });
  return new Date(lastMillisecond(dayFromNumber(dayNumber(day) - 1), zone) + 1).toISOString();
}

function lastMillisecond(day: Day, zone: string): number {
  const isOver = (time: number) => dayIn(new Date(time), zone) > day;
  const midnight = (dayNumber(day) + 1) * 24 * hour;
  const last = bisect(midnight - 26 * hour, midnight + 26 * hour, isOver);
  // A clock put back just after midnight comes back to this day: look for it in the hours that follow.
  for (let step = 12; step > 0; step--) {
    const later = last + (step * hour) / 4;
    if (!isOver(later)) return bisect(later, midnight + 30 * hour, isOver);
  }
  return last;
}

/** The last time that is not over, given one that is not and one that is. */
function bisect(notOver: number, over: number, isOver: (time: number) => boolean): number {
  let [low, high] = [notOver, over];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isOver(middle)) high = middle;
    else low = middle;
  }
  return low;
}
