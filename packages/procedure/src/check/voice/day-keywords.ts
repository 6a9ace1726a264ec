import { addDuration } from '../../calendar/add-duration.js';
import { partialBounds } from '../../calendar/partial-day.js';
import type { Day, Duration, Moment } from '../../types/condition.js';
import { momentOf, type MomentScope } from './moment-of.js';

/** Whether a day breaks an assertion for certain; what is not known breaks nothing (rules.md A7, A11). */
export type Breaks = (day: unknown, limit: unknown, scope: MomentScope) => boolean;

/** Our assertions on days, by keyword. */
export const dayKeywords: Readonly<Record<string, Breaks>> = {
  notBefore: (day, limit, scope) => {
    const [days, moment] = [partialBounds(day), momentOf(limit as Day | Moment, scope)];
    return days !== undefined && moment !== undefined && days.latest < moment.earliest;
  },
  notAfter: (day, limit, scope) => {
    const [days, moment] = [partialBounds(day), momentOf(limit as Day | Moment, scope)];
    return days !== undefined && moment !== undefined && days.earliest > moment.latest;
  },
  youngerThan: (day, age, { filing }) => {
    const days = partialBounds(day);
    if (!days || filing === undefined) return false;
    return addDuration(days.latest, age as Duration) <= filing;
  },
  olderThan: (day, age, { filing }) => {
    const days = partialBounds(day);
    if (!days || filing === undefined) return false;
    return addDuration(days.earliest, age as Duration) >= filing;
  },
};
