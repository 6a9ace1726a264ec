import type { FieldPlan } from '@guichet/procedure';
import { dateParts } from './read-date.js';

/** What a control shows for a stored value: boxes for dates, euros for money, text as it is. */
export function rawOf(plan: FieldPlan, value: unknown): unknown {
  if (plan.kind === 'date' || plan.kind === 'partial-date' || plan.kind === 'month')
    return dateParts(value);
  if (value === undefined) return plan.kind === 'many-choices' ? [] : '';
  if (plan.kind === 'money' && typeof value === 'number') return centsAsTyped(value);
  return plan.kind === 'number' ? String(value).replace('.', ',') : value;
}

function centsAsTyped(cents: number): string {
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace('.', ',');
}
