import { ProcedureError } from '../errors.js';
import type { Day, Duration } from '../types/condition.js';
import { dayFromNumber, dayNumber, formatDay } from './day-number.js';
import { daysInMonth } from './days-in-month.js';
import { parseDuration } from './duration.js';
import { isDay } from './is-day.js';

/**
 * Adds a legal delay to a calendar day (rules.md A10): years and months first, the end of the month
 * clamped, then weeks and days.
 *
 * Throws `not-a-day` and `not-a-duration`.
 *
 * @example addDuration('2027-01-31', 'P1M') // '2027-02-28'
 */
export function addDuration(day: Day, duration: Duration): Day {
  const parts = parseDuration(duration);
  if (!parts) throw new ProcedureError('not-a-duration', { text: duration });
  if (!isDay(day)) throw new ProcedureError('not-a-day', { text: day });
  const moved = addMonths(day, parts.years * 12 + parts.months);
  return dayFromNumber(dayNumber(moved) + parts.weeks * 7 + parts.days);
}

function addMonths(day: Day, months: number): Day {
  if (months === 0) return day;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const total = year * 12 + (month - 1) + months;
  const newYear = Math.floor(total / 12);
  const newMonth = (total % 12) + 1;
  return formatDay(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)));
}
