import type { Day } from '../types/condition.js';

const dayLength = 86_400_000;

/** Days since 1 January 1970 of a calendar day; no zone is involved. @internal */
export function dayNumber(day: Day): number {
  const [year, month, date] = day.split('-').map(Number);
  return Math.round(utcDay(year ?? 1970, month ?? 1, date ?? 1) / dayLength);
}

/** The calendar day of a number given by `dayNumber`. @internal */
export function dayFromNumber(number: number): Day {
  const date = new Date(number * dayLength);
  return formatDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/**
 * `YYYY-MM-DD`. Days are compared as texts: beyond the years that four digits write, the last or the first of them
 * holds ("no end" is often written 9999-12-31). @internal
 */
export function formatDay(year: number, month: number, day: number): Day {
  if (year > 9999) return '9999-12-31';
  if (year < 0) return '0000-01-01';
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** `Date.UTC` reads the years 0 to 99 as 1900 to 1999; a Date set year by year does not. */
function utcDay(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}
