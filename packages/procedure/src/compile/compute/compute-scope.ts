import { type ConditionScope, readPointer } from '../../conditions/read-condition.js';
import { didYouMean } from '../../read/did-you-mean.js';
import type { Place, Workspace } from '../../read/workspace.js';
import type { Compute } from '../../types/compute.js';

/** What a value that is computed is; `nothing-known` where a mistake was said already. */
export type ValueType =
  'integer' | 'number' | 'day' | 'partial-date' | 'text' | 'yes-no' | 'list' | 'nothing-known';

/** A computation that was read, and what its value is. */
export interface ReadCompute {
  readonly compute: Compute;
  readonly type: ValueType;
}

/** What a computation may name, and where it stands. */
export interface ComputeScope extends ConditionScope {
  readonly workspace: Workspace;
  /** Pointer of the field that is computed. */
  readonly field: string;
  /** Named values that are whole numbers in every period. */
  readonly wholeValues: ReadonlySet<string>;
}

/** Reports `bad-compute`: the computation cannot be read, so the field would stay empty. */
export function refuseCompute(scope: ComputeScope, at: Place, message: string): undefined {
  scope.workspace.report(at, {
    rule: 'bad-compute',
    message: `${message} "${scope.field}" would stay empty for everyone.`,
    fix: 'Write a number, { "at": pointer }, { "value": name }, { "sum": […] } or another of the operations of docs/computed-values.md.',
  });
}

/** The absolute pattern of a pointer, when it names a question or a group; reports `unknown-pointer`. */
export function pointerIn(scope: ComputeScope, value: unknown, at: Place): string | undefined {
  const pointer = String(value);
  if (!readPointer(scope.workspace, pointer, scope, at)) return undefined;
  return absoluteIn(scope, pointer);
}

/** A pointer with `./` made absolute by the object that it is relative to. */
export function absoluteIn({ row }: Pick<ConditionScope, 'row'>, pointer: string): string {
  return row !== undefined && pointer.startsWith('./') ? `${row}${pointer.slice(1)}` : pointer;
}

/** Reports `unknown-value` for a name that `values` of procedure.json lacks. */
export function valueIn(scope: ComputeScope, value: unknown, at: Place): string | undefined {
  if (typeof value === 'string' && scope.values.has(value)) return value;
  scope.workspace.report(at, {
    rule: 'unknown-value',
    message: `"${String(value)}" is no dated value of this procedure, so nothing can be computed with it.`,
    fix: `Name one of "values" in procedure.json.${didYouMean(String(value), scope.values)}`,
  });
  return undefined;
}
