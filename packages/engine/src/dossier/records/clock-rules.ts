import {
  addDuration,
  dayIn,
  endOfDay,
  type ClockPlan,
  type Day,
  type Plan,
} from '@guichet/procedure';
import { nextWorkingDay } from './working-day.js';

/** Seven days to take a withdrawal back (rules.md B4): every dossier has it, whatever its procedure forgets. */
const withdrawal: ClockPlan = {
  startsOn: ['WITHDRAWAL_ASKED'],
  for: 'P7D',
  stopsOn: ['WITHDRAWAL_UNDONE', 'WITHDRAWN', 'DECIDED'],
  thenAppends: 'WITHDRAWN',
  means: 'withdrawal',
  source: '',
};

/** Clocks of a procedure and the ones every dossier has, in a fixed order; a procedure's own wins. */
export function clockRules(plan: Plan): readonly (readonly [string, ClockPlan])[] {
  return Object.entries({ withdrawal, ...plan.clocks });
}

/** Rule of one clock; undefined when this plan has none of that name. */
export function clockRule(plan: Plan, name: string): ClockPlan | undefined {
  return name === 'withdrawal' ? (plan.clocks['withdrawal'] ?? withdrawal) : plan.clocks[name];
}

/** Whether a list of event types of procedure.json names an event. A transmission counts as a filing (design.md §4.8). */
export function namesEvent(list: readonly string[] | undefined, type: string): boolean {
  if (!list) return false;
  return list.includes(type) || (type === 'TRANSMITTED' && list.includes('FILED'));
}

/** Last instant of a clock, and its last day when that was moved to a working one. */
export interface Due {
  readonly due: string;
  readonly lastDay?: Day;
}

/**
 * When a clock ends: the start day does not count, months are calendar months, days suspended are added, and the
 * last day runs to its end in the dossier's zone (rules.md B7).
 */
export function dueOf(rule: ClockPlan, startedAt: string, spentDays: number, zone: string): Due {
  const lastDay = addDuration(addDuration(dayIn(startedAt, zone), rule.for), `P${spentDays}D`);
  if (!rule.toWorkingDay) return { due: endOfDay(lastDay, zone) };
  const shifted = nextWorkingDay(lastDay);
  return { due: endOfDay(shifted, zone), ...(shifted !== lastDay && { lastDay }) };
}
