import type { GroupPlan, Pointer } from '@guichet/procedure';
import { bind } from '../interpreter/bind.js';
import { intervalOf, momentOf, type Interval } from '../interpreter/interval.js';
import { isStandIn, type Scope } from '../interpreter/scope.js';
import { coverageOf, type Period, type Stretch } from './coverage-of.js';

const none: readonly Stretch[] = [];

/** Stretches of a group's span that its rows certainly leave out; none for a group never visited, or without a span. */
export function gapsOf(
  scope: Scope,
  group: Pointer,
  { period, covers }: GroupPlan,
): readonly Stretch[] {
  const rows = scope.rows(group);
  if (!covers || !period || !rows || isStandIn(scope.mark(group))) return none;
  const periods = rows.map((id): Period => {
    const row = `${group}/${id}`;
    const to = endOf(scope, bind(period.to, row) ?? '');
    return { from: startOf(scope, bind(period.from, row) ?? ''), to };
  });
  const [since, until] = [
    momentOf(covers.since, scope, group),
    momentOf(covers.until, scope, group),
  ];
  const { gaps } = coverageOf(periods, { since, until }, scope.today);
  return gaps.length === 0 ? none : gaps;
}

function startOf(scope: Scope, pointer: Pointer): Interval | undefined {
  return isKnown(scope, pointer) ? intervalOf(scope.value(pointer)) : undefined;
}

/** No last day means: still going on. One that is marked, or cannot be read, may be any. */
function endOf(scope: Scope, pointer: Pointer): Period['to'] {
  if (!isKnown(scope, pointer)) return undefined;
  const value = scope.value(pointer);
  return value === undefined ? 'still' : intervalOf(value);
}

function isKnown(scope: Scope, pointer: Pointer): boolean {
  return !isStandIn(scope.mark(pointer)) && !scope.isFaulty(pointer);
}
