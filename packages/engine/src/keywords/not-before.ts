import type { Day, Moment } from '@guichet/procedure';
import { intervalOf, momentOf } from '../interpreter/interval.js';
import type { Keyword } from './keyword.js';

/**
 * `notBefore`: a calendar day that may not precede a moment.
 *
 * A partial date is unknown when only part of it satisfies: who knows the year
 * alone must not be refused for it (rules.md A11). So is a moment that has no day yet.
 */
export const notBefore: Keyword = (value, limit, at) => {
  const days = intervalOf(value);
  if (!days) return undefined;
  const moment = momentOf(limit as Day | Moment, at.scope, at.owner);
  if (!moment) return 'unknown';
  if (days.earliest >= moment.latest) return 'true';
  return days.latest < moment.earliest ? 'false' : 'unknown';
};
