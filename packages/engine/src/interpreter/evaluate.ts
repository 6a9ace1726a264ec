import type { Condition, Pointer, Test, Verdict } from '@guichet/procedure';
import { every, negate, some, truth } from '../verdict.js';
import { bind } from './bind.js';
import { contextOf } from './holds.js';
import { isStandIn, type Scope } from './scope.js';

/**
 * The verdict of a condition (rules.md A1–A4): true, false or unknown.
 *
 * `owner` is the concrete pointer of what the condition belongs to; `*` and `./`
 * bind to its row.
 */
export function evaluate(condition: Condition, scope: Scope, owner: Pointer = ''): Verdict {
  if ('is' in condition) return leaf(condition.at, condition.is, scope, owner);
  if ('known' in condition) return known(condition.at, condition.known, scope, owner);
  if ('all' in condition) return every(condition.all, (one) => evaluate(one, scope, owner));
  if ('any' in condition) return some(condition.any, (one) => evaluate(one, scope, owner));
  if ('not' in condition) return negate(evaluate(condition.not, scope, owner));
  if ('fact' in condition) return scope.fact(condition.fact);
  if ('some' in condition) return overRows(some, condition.some, condition.where, scope, owner);
  return overRows(every, condition.every, condition.where, scope, owner);
}

function leaf(at: Pointer, test: Test, scope: Scope, owner: Pointer): Verdict {
  const pointer = bind(at, owner);
  if (pointer === undefined) return 'unknown';
  if (scope.activity(pointer) === 'false') return 'false';
  if (isStandIn(scope.mark(pointer))) return 'unknown';
  const value = scope.value(pointer);
  if (value === undefined || scope.isFaulty(pointer)) return 'unknown';
  return contextOf(scope, owner, 'false').holds(test, value);
}

/** Presence is two-valued: an inactive answer, or a mark in place of one, is not known. */
function known(at: Pointer, wanted: boolean, scope: Scope, owner: Pointer): Verdict {
  const pointer = bind(at, owner);
  const isKnown =
    pointer !== undefined &&
    scope.activity(pointer) !== 'false' &&
    !isStandIn(scope.mark(pointer)) &&
    scope.value(pointer) !== undefined;
  return truth(isKnown === wanted);
}

function overRows(
  connective: typeof every,
  at: Pointer,
  where: Condition,
  scope: Scope,
  owner: Pointer,
): Verdict {
  const group = bind(at, owner);
  if (group === undefined) return 'unknown';
  if (scope.activity(group) === 'false') return 'false';
  const rows = scope.rows(group);
  if (!rows || isStandIn(scope.mark(group))) return 'unknown';
  return connective(rows, (row) => evaluate(where, scope, `${group}/${row}`));
}
