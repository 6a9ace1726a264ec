import type { Day, Verdict } from '@guichet/procedure';
import { momentOf, type Interval } from '../interpreter/interval.js';
import type { Model } from '../model/model.js';
import { every, negate, some } from '../verdict.js';

/** What the filing window amounts to on a day. */
export interface JudgedWindow {
  readonly inWindow: Verdict;
  readonly state: 'unknown' | 'before' | 'in' | 'after';
  /** First and last day, when each is one day. */
  readonly opens: Day | undefined;
  readonly closes: Day | undefined;
}

/** What favours a person: a second day, where the operator's zone and Paris differ, and an incident that began in time. */
export interface Favours {
  readonly otherDay?: Day | undefined;
  readonly incidentSince?: Day | undefined;
}

/**
 * Whether the day of filing is in the window, both ends included. Of two days the
 * one that favours the person holds (rules.md A10); an incident that began inside
 * it makes *too late* unknown, never false. Without a window every day is in time.
 */
export function judgeWindow(model: Model, favours: Favours = {}): JudgedWindow {
  const { window } = model.plan;
  const opens = window && momentOf(window.opens, model.scope);
  const closes = window && momentOf(window.closes, model.scope);
  const days = [model.days.filing, favours.otherDay ?? model.days.filing];
  const isOpen = some(days, (day) => reached(day, opens));
  const isClosed = every(days, (day) => passed(day, closes));
  const inWindow: Verdict = window ? some(days, (day) => within(day, opens, closes)) : 'true';
  const excused = isClosed !== 'false' && began(favours.incidentSince, opens, closes);
  return {
    inWindow: excused && inWindow === 'false' ? 'unknown' : inWindow,
    state: stateOf(window !== undefined, isOpen, isClosed),
    opens: exact(opens),
    closes: exact(closes),
  };
}

function stateOf(hasWindow: boolean, isOpen: Verdict, isClosed: Verdict): JudgedWindow['state'] {
  if (!hasWindow) return 'unknown';
  if (isOpen === 'false') return 'before';
  if (isClosed === 'true') return 'after';
  return isOpen === 'true' && isClosed === 'false' ? 'in' : 'unknown';
}

function within(day: Day, opens: Interval | undefined, closes: Interval | undefined): Verdict {
  return every([reached(day, opens), negate(passed(day, closes))], (one) => one);
}

function reached(day: Day, opens: Interval | undefined): Verdict {
  if (!opens) return 'unknown';
  if (day >= opens.latest) return 'true';
  return day < opens.earliest ? 'false' : 'unknown';
}

function passed(day: Day, closes: Interval | undefined): Verdict {
  if (!closes) return 'unknown';
  if (day > closes.latest) return 'true';
  return day <= closes.earliest ? 'false' : 'unknown';
}

function began(
  since: Day | undefined,
  opens: Interval | undefined,
  closes: Interval | undefined,
): boolean {
  return since !== undefined && within(since, opens, closes) !== 'false';
}

function exact(days: Interval | undefined): Day | undefined {
  return days && days.earliest === days.latest ? days.earliest : undefined;
}
