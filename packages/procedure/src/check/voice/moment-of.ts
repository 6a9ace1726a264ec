import { addDuration } from '../../calendar/add-duration.js';
import { isDay } from '../../calendar/is-day.js';
import { type DayInterval, partialBounds } from '../../calendar/partial-day.js';
import { parsePointer } from '../../pointers/parse-pointer.js';
import type { Day, Moment } from '../../types/condition.js';

/** What moments are computed from. */
export interface MomentScope {
  readonly today?: Day | undefined;
  readonly filing?: Day | undefined;
  /** The whole answers. */
  readonly root: unknown;
  /** Where the value being checked stands, with array indexes. */
  readonly at: string;
}

/** The days that a moment may be (rules.md A10); `undefined` while what it is counted from is not known. */
export function momentOf(moment: Day | Moment, scope: MomentScope): DayInterval | undefined {
  if (typeof moment === 'string') return isDay(moment) ? partialBounds(moment) : undefined;
  const start = partialBounds(startOf(moment.from, scope));
  const { add } = moment;
  if (!start || add === undefined) return start;
  return { earliest: addDuration(start.earliest, add), latest: addDuration(start.latest, add) };
}

function startOf(from: string, scope: MomentScope): unknown {
  if (from === 'today') return scope.today;
  if (from === 'filing') return scope.filing;
  if (from.startsWith('event:')) return undefined;
  const rows = parsePointer(scope.at);
  let found: unknown = scope.root;
  for (const [index, segment] of parsePointer(from).entries()) {
    if (typeof found !== 'object' || found === null) return undefined;
    // A `*` is the same row as the value's.
    const key = segment === '*' ? (rows[index] ?? '') : segment;
    if (!Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}
