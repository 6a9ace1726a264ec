import type { Day, Moment } from '@guichet/procedure';
import { intervalOf, momentOf } from '../interpreter/interval.js';
import type { Keyword } from './keyword.js';

/** `notAfter`: a calendar day that may not follow a moment; three-valued like `notBefore`. */
export const notAfter: Keyword = (value, limit, at) => {
  const days = intervalOf(value);
  if (!days) return undefined;
  const moment = momentOf(limit as Day | Moment, at.scope, at.owner);
  if (!moment) return 'unknown';
  if (days.latest <= moment.earliest) return 'true';
  return days.earliest > moment.latest ? 'false' : 'unknown';
};
