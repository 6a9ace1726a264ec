import type { Day } from '@guichet/procedure';
import { dayIn } from '@guichet/procedure';
import type { Core } from './core.js';

/** The day in Europe/Paris, where the operator's zone has another one: the better of the two holds (rules.md A10). */
export function otherDay(core: Core): Day | undefined {
  if (core.zone === 'Europe/Paris') return undefined;
  const day = dayIn(core.ports.clock.now(), 'Europe/Paris');
  return day === core.model.days.filing ? undefined : day;
}
