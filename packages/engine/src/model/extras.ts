import type { FormPlan } from '@guichet/procedure';
import type { computeValue } from '../compute/compute-value.js';
import type { gapsOf } from '../rows/gaps-of.js';

/** What only some plans use of a model: values that are computed, spans that rows have to cover. */
export interface Extras {
  readonly computeValue: typeof computeValue;
  readonly gapsOf: typeof gapsOf;
}

/** Whether a plan uses anything of what only some plans use: a page then loads it before its first question. */
export function needsExtras({ fields, groups, steps }: FormPlan): boolean {
  return (
    Object.values(fields).some(({ compute, lookup }) => compute ?? lookup) ||
    Object.values(groups).some(({ covers }) => covers) ||
    Object.values(steps).some(({ kind }) => kind === 'tasks')
  );
}
