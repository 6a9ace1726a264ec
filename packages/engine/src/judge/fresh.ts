import { addDuration, type Day, type Duration, type Verdict } from '@guichet/procedure';
import { intervalOf } from '../interpreter/interval.js';

/**
 * Whether a paper is recent enough on the day of filing: dated on that day less the duration, or later. A day
 * that is not said, cannot be read or is known in part may give unknown, which costs nothing (rules.md A7, A11).
 */
export function freshOf(datedOn: string | undefined, freshFor: Duration, filing: Day): Verdict {
  const dated = intervalOf(datedOn);
  if (!dated) return 'unknown';
  const earliest = addDuration(filing, `-${freshFor}`);
  if (dated.earliest >= earliest) return 'true';
  return dated.latest < earliest ? 'false' : 'unknown';
}
