import { isObject, itemsOf, type Json, member } from '../../read/shapes.js';
import type { Place, Workspace } from '../../read/workspace.js';
import type { FieldPlan } from '../../types/field.js';
import type { ComputeScope } from './compute-scope.js';
import { readCompute } from './read-compute.js';
import { typeOfAnswer } from './type-of-answer.js';
import { wanted } from './wanted.js';

/** What makes no sense of a value that nobody gives, and why. */
const asking: Readonly<Record<string, string>> = {
  mustKnow: 'nobody can say that they do not know it',
  autocomplete: 'no browser can fill it',
  inputMode: 'nobody types it',
  lookup: 'nobody looks it up',
};

/**
 * A field whose value is computed: its plan, kind `computed`, when the computation can be read. With
 * `"kind": "money"`, or a currency as `unit`, its whole cents are written as an amount.
 */
export function computedField(
  scope: ComputeScope,
  field: FieldPlan,
  guichet: Json,
  required: readonly Place[],
): FieldPlan {
  const at = scope.workspace.placeOf(guichet, 'compute');
  for (const place of required) reportAsked(scope, place, 'is required');
  for (const [key, why] of Object.entries(asking)) {
    if (guichet[key] === undefined) continue;
    reportAsked(scope, scope.workspace.placeOfKey(guichet, key), `has "${key}", but ${why}`);
  }
  const read = readCompute(scope, guichet['compute'], at);
  const checked = wanted(scope, typeOfAnswer(field.schema), read, at);
  const { required: _, mustKnow: __, autocomplete: ___, inputMode: ____, unit, ...kept } = field;
  const currency = currencyOf(unit, guichet['kind']);
  return {
    ...kept,
    kind: 'computed',
    ...((currency ?? unit) === undefined ? {} : { unit: currency ?? unit }),
    ...(checked ? { compute: checked.compute } : {}),
  } as FieldPlan;
}

/** The ISO 4217 code of an amount; `EUR cents`, as dated values say it, is `EUR`. */
function currencyOf(unit: string | undefined, kind: unknown): string | undefined {
  const code = /^([A-Z]{3})( cents)?$/.exec(unit ?? '')?.[1];
  return code ?? (kind === 'money' ? 'EUR' : undefined);
}

function reportAsked(scope: ComputeScope, at: Place, what: string): void {
  scope.workspace.report(at, {
    rule: 'computed-asked',
    message: `"${scope.field}" is computed and ${what}: a person would be told to complete what nobody can type.`,
    fix: 'Take it away here; require the answers that it is computed from.',
  });
}

/** Names of `values` in procedure.json whose amounts are all whole numbers. */
export function wholeValuesOf(procedure: Json): Set<string> {
  const values = isObject(procedure['values']) ? procedure['values'] : {};
  const names = Object.keys(values).filter((name) =>
    itemsOf(values[name]).every((period) => Number.isInteger(member(period, 'is'))),
  );
  return new Set(names);
}

/** Reports `computed-asked` for `"kind": "computed"` without a computation. */
export function reportNotComputed(workspace: Workspace, guichet: Json, pointer: string): void {
  workspace.report(workspace.placeOf(guichet, 'kind'), {
    rule: 'bad-compute',
    message: `"${pointer}" is to be computed, and nothing says how: it would stay empty for everyone.`,
    fix: 'Write "compute" beside "kind".',
  });
}
