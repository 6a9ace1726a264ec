import { addDuration, daysBetween, type Day } from '@guichet/procedure';

/** The day itself, or the first one after it that is neither a Saturday, a Sunday nor a French public holiday. */
export function nextWorkingDay(day: Day): Day {
  return isWorkingDay(day) ? day : nextWorkingDay(addDuration(day, 'P1D'));
}

/** The eleven holidays of code du travail, art. L. 3133-1. Those of some territories only are not counted. */
export function isWorkingDay(day: Day): boolean {
  const weekday = ((daysBetween('1970-01-05', day) % 7) + 7) % 7;
  return weekday < 5 && !holidays(day.slice(0, 4)).has(day);
}

const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Easter Monday, Ascension, Whit Monday. */
const afterEaster = ['P1D', 'P39D', 'P50D'];

function holidays(year: string): ReadonlySet<Day> {
  const easter = easterSunday(Number(year));
  return new Set([
    ...fixed.map((date) => `${year}-${date}`),
    ...afterEaster.map((wait) => addDuration(easter, wait)),
  ]);
}

/** Gregorian computus. @see Meeus, Astronomical Algorithms, ch. 8 */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${year}-${pad(Math.floor(f / 31))}-${pad((f % 31) + 1)}`;
}
