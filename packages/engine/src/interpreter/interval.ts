import type { Day, Duration, Moment, PartialDay } from '@guichet/procedure';
import { addDuration, isDay, partialBounds } from '@guichet/procedure';
import { bind } from './bind.js';
import { isStandIn, type Scope } from './scope.js';

/** The days that a partial date, or a moment counted from one, may be. */
export interface Interval {
  readonly earliest: Day;
  readonly latest: Day;
}

/** Reads a day or partial day as an interval; undefined when it is neither. */
export function intervalOf(value: unknown): Interval | undefined {
  return typeof value === 'string' ? partialBounds(value as PartialDay) : undefined;
}

/** Both ends moved by a duration. */
export function shift(interval: Interval, by: Duration | undefined): Interval {
  if (by === undefined) return interval;
  return { earliest: addDuration(interval.earliest, by), latest: addDuration(interval.latest, by) };
}

/**
 * The day, or days, of a moment (rules.md A10). Undefined when what it is counted
 * from is not answered, inactive, unreadable or has not happened.
 */
export function momentOf(moment: Day | Moment, scope: Scope, owner = ''): Interval | undefined {
  if (typeof moment === 'string') return isDay(moment) ? intervalOf(moment) : undefined;
  const start = startOf(moment.from, scope, owner);
  return start && shift(start, moment.add);
}

function startOf(from: string, scope: Scope, owner: string): Interval | undefined {
  if (from === 'today' || from === 'filing') return intervalOf(scope[from]);
  if (from.startsWith('event:')) return intervalOf(scope.event(from.slice(6)));
  const pointer = bind(from, owner);
  if (pointer === undefined || scope.activity(pointer) === 'false') return undefined;
  if (isStandIn(scope.mark(pointer)) || scope.isFaulty(pointer)) return undefined;
  return intervalOf(scope.value(pointer));
}
