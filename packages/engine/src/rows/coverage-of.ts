import type { Day } from '@guichet/procedure';
import { addDuration } from '@guichet/procedure';
import type { Interval } from '../interpreter/interval.js';

/** A stretch of days, first and last included. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

/** When a row holds. An end that is not known may be any day; `still` goes on. */
export interface Period {
  readonly from: Interval | undefined;
  readonly to: Interval | 'still' | undefined;
}

/** What rows certainly leave out of a span, and which days certainly are in two of them. */
export interface Coverage {
  readonly gaps: readonly Stretch[];
  readonly overlaps: readonly Stretch[];
}

const [never, always] = ['0000-01-01', '9999-12-31'];

/**
 * How rows cover a span. Only what is certain is stated (rules.md A7): a year alone may cover all of its
 * days, so it leaves no gap in them and overlaps with nothing; a span of which an end is not known has no
 * gap; the last day of one row may be the first of the next. Pure.
 */
export function coverageOf(
  rows: readonly Period[],
  span: { readonly since: Interval | undefined; readonly until: Interval | undefined },
  today: Day,
): Coverage {
  const overlaps = overlapsOf(rows.flatMap((row) => certainOf(row, today)));
  const { since, until } = span;
  return { gaps: since && until ? gapsOf(rows, since.latest, until.earliest) : [], overlaps };
}

/** Days of the span that no row can cover. */
function gapsOf(rows: readonly Period[], since: Day, until: Day): readonly Stretch[] {
  const covered = rows.map(possibleOf).sort((a, b) => (a.from < b.from ? -1 : 1));
  const gaps: Stretch[] = [];
  let next = since;
  for (const { from, to } of covered) {
    if (from > next && next <= until)
      gaps.push({ from: next, to: earlier(dayBefore(from), until) });
    if (to >= next) next = to === always ? always : addDuration(to, 'P1D');
  }
  if (next <= until && next !== always) gaps.push({ from: next, to: until });
  return gaps;
}

/** All days that a row may cover; ends written the wrong way round may be either. */
function possibleOf({ from, to }: Period): Stretch {
  const end = to === 'still' ? undefined : to;
  const isTurned = from && end && end.latest < from.earliest;
  if (isTurned) return { from: end.earliest, to: from.latest };
  return { from: from?.earliest ?? never, to: end?.latest ?? always };
}

/** The days that a row certainly covers, if any. */
function certainOf({ from, to }: Period, today: Day): readonly Stretch[] {
  const end = to === 'still' ? today : to?.earliest;
  return from && end !== undefined && from.latest <= end ? [{ from: from.latest, to: end }] : [];
}

function overlapsOf(certain: readonly Stretch[]): readonly Stretch[] {
  const sorted = [...certain].sort((a, b) => (a.from < b.from ? -1 : 1));
  const overlaps: Stretch[] = [];
  let reached: Day = never;
  for (const { from, to } of sorted) {
    // One shared day is the day of moving.
    if (from < reached && from < to) overlaps.push({ from, to: earlier(to, reached) });
    if (to > reached) reached = to;
  }
  return merged(overlaps);
}

function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const made: Stretch[] = [];
  for (const one of stretches) {
    const last = made.at(-1);
    if (last && one.from <= last.to)
      made[made.length - 1] = { from: last.from, to: one.to > last.to ? one.to : last.to };
    else made.push(one);
  }
  return made;
}

const dayBefore = (day: Day): Day => addDuration(day, '-P1D');
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
