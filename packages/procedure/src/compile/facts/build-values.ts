import { addDuration } from '../../calendar/add-duration.js';
import { isDay } from '../../calendar/is-day.js';
import type { Json } from '../../read/shapes.js';
import { entriesOf, isObject, itemsOf } from '../../read/shapes.js';
import type { DatedValue } from '../../types/facts.js';
import type { FactReader } from './fact-reader.js';

/** The dated values, each period checked: reports `value-overlap` and `value-gap`. */
export function buildValues(
  reader: FactReader,
  values: unknown,
): Readonly<Record<string, readonly DatedValue[]>> {
  return Object.fromEntries(
    entriesOf(values).map(([name, periods]) => {
      const listed = itemsOf(periods).filter(isObject);
      for (const period of listed) reader.checkSource(period);
      checkPeriods(reader, name, listed);
      return [name, listed as unknown as readonly DatedValue[]];
    }),
  );
}

/** Two amounts on one day, or none between two periods: a person would be asked the wrong one, or nothing. */
function checkPeriods(reader: FactReader, name: string, periods: readonly Json[]): void {
  const dated = periods
    .filter(({ from, until }) => isDay(from) && (until === undefined || isDay(until)))
    .sort((a, b) => (String(a['from']) < String(b['from']) ? -1 : 1));
  for (const [n, period] of dated.entries()) {
    const { from, until } = period as { readonly from: string; readonly until?: string };
    if (until !== undefined && until < from) reader.report(period, 'until', endsBefore(name));
    const next = dated[n + 1];
    if (next === undefined) continue;
    const start = String(next['from']);
    const day = until === undefined ? undefined : addDuration(until, 'P1D');
    if (day === undefined || day > start) reader.report(next, 'from', overlap(name, start));
    else if (day < start) reader.report(next, 'from', gap(name, day));
  }
}

const endsBefore = (name: string) => ({
  rule: 'value-overlap',
  message: `A period of "${name}" ends before it begins, so it never holds.`,
  fix: 'Write the later day in "until".',
});
const overlap = (name: string, day: string) => ({
  rule: 'value-overlap',
  message: `"${name}" has two amounts on ${day}: a person could be told either.`,
  fix: 'End the earlier period, with "until", on the day before.',
});
const gap = (name: string, day: string) => ({
  rule: 'value-gap',
  message: `"${name}" has no amount from ${day} on, until the next period: nobody could be told what is due then.`,
  fix: 'Begin the period on that day, or end the earlier one later.',
});
