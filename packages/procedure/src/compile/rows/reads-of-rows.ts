import { readsOfMoment } from '../../conditions/reads-of.js';
import type { GroupPlan } from '../../types/plan.js';

/** What the advice on the gaps of a group reads: the periods of its rows, and the span that they have to cover. */
export function readsOfRows(pointer: string, { covers, period }: GroupPlan): Set<string> {
  if (!covers || !period) return new Set();
  const dates = [period.from, period.to].map((date) => `${pointer}/*${date.slice(1)}`);
  return new Set([...dates, ...readsOfMoment(covers.since), ...readsOfMoment(covers.until)]);
}
