import {
  addDuration,
  compareDays,
  dayIn,
  daysBetween,
  endOfDay,
  type ClockPlan,
  type Plan,
  type Verdict,
} from '@guichet/procedure';
import type { ClockChange, EventBody, EventType } from '../events.js';
import { evaluateFacts, factsOf } from '../journey/facts.js';
import type { ClockRecord, DossierState } from '../state.js';
import { clockRules, dueOf, namesEvent } from './clock-rules.js';
import { liveClock, nextClockNumber } from './clocks.js';
import { openAfterSupply } from './requests.js';
import { nextWorkingDay } from './working-day.js';

/** An event about to be written, as the clocks see it. */
export interface ClockMoment {
  readonly type: EventType;
  /** ISO instant that counts. */
  readonly at: string;
  readonly body: EventBody;
  readonly zone: string;
  /** Clock name → verdict of its `when`, from the judgement. */
  readonly verdicts?: Readonly<Record<string, Verdict>>;
}

/** An amendment never touches a clock (design.md §4.5); a preparation is no filing (§4.8). */
const timeless: ReadonlySet<EventType> = new Set([
  'AMENDED',
  'AMENDMENT_PROPOSED',
  'PROPOSAL_ANSWERED',
  'PREPARED',
]);

/** What an event does to the clocks (rules.md B7), to be stored in its body: a replay never computes a date. */
export function clockChanges(
  plan: Plan,
  state: DossierState,
  moment: ClockMoment,
): readonly ClockChange[] {
  if (timeless.has(moment.type)) return [];
  return clockRules(plan).flatMap(([name, rule]) => changesOf(name, rule, state, moment));
}

function changesOf(
  name: string,
  rule: ClockPlan,
  state: DossierState,
  moment: ClockMoment,
): ClockChange[] {
  const live = liveClock(state.clocks, name);
  if (live && namesEvent(rule.stopsOn, moment.type)) return [{ do: 'stop', name, n: live.n }];
  if (live) return whileLive(live, rule, state, moment);
  return namesEvent(rule.startsOn, moment.type) ? start(name, rule, state, moment) : [];
}

function whileLive(
  live: ClockRecord,
  rule: ClockPlan,
  state: DossierState,
  moment: ClockMoment,
): ClockChange[] {
  const { name, n } = live;
  const day = dayIn(moment.at, moment.zone);
  if (live.state === 'running' && namesEvent(rule.suspendedOn, moment.type)) {
    return [{ do: 'suspend', name, n, since: addDuration(day, 'P1D') }];
  }
  if (live.state !== 'suspended' || !namesEvent(rule.resumedOn, moment.type)) return [];
  return openAfterSupply(state.requests, moment.body.pieces ?? [])
    ? []
    : [resume(live, rule, day, moment.zone)];
}

/** Whole days from `suspendedSince` to the day of supply inclusive are given back. */
function resume(live: ClockRecord, rule: ClockPlan, day: string, zone: string): ClockChange {
  const since = live.suspendedSince ?? day;
  const spentDays = compareDays(day, since) < 0 ? 0 : daysBetween(since, day) + 1;
  const last = addDuration(live.lastDay ?? dayIn(live.due ?? day, zone), `P${spentDays}D`);
  const shifted = rule.toWorkingDay ? nextWorkingDay(last) : last;
  const due = endOfDay(shifted, zone);
  return {
    do: 'resume',
    name: live.name,
    n: live.n,
    spentDays,
    due,
    ...(shifted !== last && { lastDay: last }),
  };
}

/** An unknown condition starts nothing: the clock goes on the desk, to verify (rules.md A7). */
function start(
  name: string,
  rule: ClockPlan,
  state: DossierState,
  moment: ClockMoment,
): ClockChange[] {
  const verdict = startVerdict(name, rule, state, moment);
  if (verdict === 'false') return [];
  if (verdict === 'unknown') return [{ do: 'verify', name }];
  const n = nextClockNumber(state.clocks, name);
  return [
    {
      do: 'start',
      name,
      n,
      startedAt: moment.at,
      runFor: rule.for,
      ...dueOf(rule, moment.at, 0, moment.zone),
    },
  ];
}

function startVerdict(
  name: string,
  rule: ClockPlan,
  state: DossierState,
  moment: ClockMoment,
): Verdict {
  if (rule.when === undefined) return 'true';
  return moment.verdicts?.[name] ?? evaluateFacts(rule.when, factsOf(state, moment.body));
}
