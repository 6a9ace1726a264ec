import type { Compute, Moment, Pointer } from '@guichet/procedure';
import { bind } from '../interpreter/bind.js';
import { evaluate } from '../interpreter/evaluate.js';
import { momentOf } from '../interpreter/interval.js';
import { isStandIn, type Scope } from '../interpreter/scope.js';
import { difference, extreme, product, quotient, sum } from './arithmetic.js';
import type { Computed } from './computed.js';
import { overRows } from './over-rows.js';
import { wholeUnits } from './whole-units.js';

/**
 * The value of a computation: a closed set of operations over answers, never a string
 * to be evaluated. `owner` is the concrete pointer of what it belongs to; `*` binds to
 * its row. Pure, and the same in the page and in the service.
 */
export function computeValue(compute: Compute, scope: Scope, owner: Pointer): Computed {
  if (typeof compute === 'number') return compute;
  const inner = (one: Compute): Computed => computeValue(one, scope, owner);
  if ('at' in compute) return answerOf(compute.at, scope, owner);
  if ('value' in compute) return scope.amount(compute.value);
  if ('sum' in compute) return sum(compute.sum.map(inner));
  if ('least' in compute) return extreme(Math.min, compute.least.map(inner));
  if ('greatest' in compute) return extreme(Math.max, compute.greatest.map(inner));
  if ('product' in compute) return product(compute.product.map(inner));
  if ('difference' in compute) return difference(compute.difference.map(inner));
  if ('quotient' in compute) return quotient(compute.quotient.map(inner), compute.round);
  if ('if' in compute) {
    const verdict = evaluate(compute.if, scope, owner);
    if (verdict === 'unknown') return undefined;
    return inner(verdict === 'true' ? compute.then : compute.else);
  }
  if ('sumOver' in compute || 'countOf' in compute) return rowsValue(compute, scope, owner);
  if ('moment' in compute) return dayOf(compute.moment, scope, owner);
  if ('wholeDays' in compute) return wholeUnits('D', compute.wholeDays, scope, owner);
  if ('wholeMonths' in compute) return wholeUnits('M', compute.wholeMonths, scope, owner);
  return wholeUnits('Y', compute.wholeYears, scope, owner);
}

/** An answer as a condition sees it, in the same order (rules.md A2). */
function answerOf(at: Pointer, scope: Scope, owner: Pointer): Computed {
  const pointer = bind(at, owner);
  if (pointer === undefined) return undefined;
  if (scope.activity(pointer) === 'false') return null;
  if (isStandIn(scope.mark(pointer)) || scope.isFaulty(pointer)) return undefined;
  return scope.value(pointer);
}

function rowsValue(
  compute: Extract<Compute, { readonly where?: unknown }>,
  scope: Scope,
  owner: Pointer,
): Computed {
  const isSum = 'sumOver' in compute;
  const group = isSum ? compute.sumOver : compute.countOf;
  const of = isSum ? (row: Pointer) => computeValue(compute.of, scope, row) : () => 1;
  const values = overRows(group, compute.where, scope, owner, of);
  return values && sum(values);
}

/** The day of a moment; unknown where a partial date leaves a doubt. */
function dayOf(moment: Moment, scope: Scope, owner: Pointer): Computed {
  const days = momentOf(moment, scope, owner);
  return days?.earliest === days?.latest ? days?.earliest : undefined;
}
