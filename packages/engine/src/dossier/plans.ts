import type { Plan } from '@guichet/procedure';
import { dossierError } from './errors.js';

/** The published plans of one procedure, by version; `undefined` for one that nobody holds. */
export type Plans = (version: string) => Plan | undefined;

/** The plan of a version: the one in hand, else of the library. Throws `plan-missing`. */
export function planOf(version: string, plan: Plan, plans?: Plans): Plan {
  if (version === plan.version) return plan;
  const found = plans?.(version);
  if (!found) throw dossierError('plan-missing', { version, procedure: plan.id });
  return found;
}
