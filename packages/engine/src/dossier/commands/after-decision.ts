import type { Plan } from '@guichet/procedure';
import { patternOf } from '@guichet/procedure';
import type { ChangeSet } from '../../draft.js';

/**
 * Whether changes may be made after an express decision: contact and address stay open (rules.md B4), nothing else.
 * Which pointers they are is the procedure's fact; a procedure that names none closes with its decision. A computed
 * value is nobody's change: it follows from the others.
 */
export function staysOpen(plan: Plan, difference: ChangeSet | undefined): boolean {
  const open = plan.afterDecision ?? [];
  const changes = (difference?.changes ?? []).filter(
    ({ pointer }) => !plan.fields[patternOf(pointer, plan.groups)]?.compute,
  );
  return (
    changes.length > 0 &&
    changes.every(({ pointer }) =>
      open.some((within) => pointer === within || pointer.startsWith(`${within}/`)),
    )
  );
}
