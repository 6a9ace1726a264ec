import type { Condition, Pointer } from '@guichet/procedure';
import { bind } from '../interpreter/bind.js';
import { evaluate } from '../interpreter/evaluate.js';
import { isStandIn, type Scope } from '../interpreter/scope.js';
import type { Computed } from './computed.js';

/**
 * One value for each row where the condition is true. Unknown while the group was never
 * visited, or while it is not known whether a row counts; `null` when it is not asked.
 */
export function overRows(
  at: Pointer,
  where: Condition | undefined,
  scope: Scope,
  owner: Pointer,
  of: (row: Pointer) => Computed,
): readonly Computed[] | null | undefined {
  const group = bind(at, owner);
  if (group === undefined) return undefined;
  if (scope.activity(group) === 'false') return null;
  if (isStandIn(scope.mark(group)) || scope.value(group) === undefined) return undefined;
  const values: Computed[] = [];
  for (const id of scope.rows(group) ?? []) {
    const row = `${group}/${id}`;
    const counts = where ? evaluate(where, scope, row) : 'true';
    if (counts === 'unknown') values.push(undefined);
    if (counts === 'true') values.push(of(row));
  }
  return values;
}
