import type { Day, Span } from '@guichet/procedure';
import { addDuration, daysBetween } from '@guichet/procedure';
import { momentOf } from '../interpreter/interval.js';
import type { Scope } from '../interpreter/scope.js';

/** Units that a span is counted in. */
export type Unit = 'D' | 'M' | 'Y';

/**
 * Whole days, months or years from one moment to another; a span that goes back counts
 * below zero. Unknown while one end is not known, or where a partial date leaves a doubt.
 */
export function wholeUnits(
  unit: Unit,
  { from, to }: Span,
  scope: Scope,
  owner: string,
): number | undefined {
  const [start, end] = [momentOf(from, scope, owner), momentOf(to, scope, owner)];
  if (!start || !end) return undefined;
  const least = countFrom(unit, start.latest, end.earliest);
  return least === countFrom(unit, start.earliest, end.latest) ? least : undefined;
}

function countFrom(unit: Unit, from: Day, to: Day): number {
  if (unit === 'D') return daysBetween(from, to);
  // 0 and -0 are one count.
  return from <= to ? completed(unit, from, to) : 0 - completed(unit, to, from);
}

/** Months or years completed: the nth is on the same day of the month, or on its last (rules.md A10). */
function completed(unit: 'M' | 'Y', from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const months = Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  const most = unit === 'Y' ? years : years * 12 + months;
  return addDuration(from, `P${most}${unit}`) <= to ? most : most - 1;
}
