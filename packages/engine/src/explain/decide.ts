import type { Condition, Pointer, Verdict } from '@guichet/procedure';
import { bind } from '../interpreter/bind.js';
import { evaluate } from '../interpreter/evaluate.js';
import { isStandIn, type Scope } from '../interpreter/scope.js';

/** One leaf of a condition as it counted, bound to its row. */
export interface Leaf {
  readonly condition: Condition;
  readonly owner: Pointer;
  /** What it reads; empty when there is no such row. */
  readonly at: Pointer;
}

/** What a condition comes to, and the leaves that alone decided it. */
export interface Decided {
  readonly verdict: Verdict;
  readonly leaves: readonly Leaf[];
}

/**
 * Reduces a condition to the leaves that decided it: of an `all` that is false, those that are false; of one that
 * is unknown, those that are unknown; all of them when it is true. `any` is dual (rules.md A4). Pure.
 */
export function decide(condition: Condition, scope: Scope, owner: Pointer): Decided {
  if ('all' in condition) return join(condition.all, 'false', scope, owner);
  if ('any' in condition) return join(condition.any, 'true', scope, owner);
  if ('not' in condition) {
    const inner = decide(condition.not, scope, owner);
    return { ...inner, verdict: evaluate(condition, scope, owner) };
  }
  if ('some' in condition || 'every' in condition) return overRows(condition, scope, owner);
  const at = 'at' in condition ? (bind(condition.at, owner) ?? '') : '';
  return { verdict: evaluate(condition, scope, owner), leaves: [{ condition, owner, at }] };
}

function join(
  parts: readonly Condition[],
  decisive: Verdict,
  scope: Scope,
  owner: Pointer,
): Decided {
  return joined(
    parts.map((part) => decide(part, scope, owner)),
    decisive,
  );
}

function joined(parts: readonly Decided[], decisive: Verdict): Decided {
  const other: Verdict = decisive === 'true' ? 'false' : 'true';
  const found = [decisive, 'unknown' as const].find((verdict) =>
    parts.some((part) => part.verdict === verdict),
  );
  const verdict = found ?? other;
  const leaves = parts.filter((part) => part.verdict === verdict).flatMap((part) => part.leaves);
  return { verdict, leaves };
}

type OverRows = Extract<Condition, { readonly where: Condition }>;

function overRows(condition: OverRows, scope: Scope, owner: Pointer): Decided {
  const isSome = 'some' in condition;
  const group = bind(isSome ? condition.some : condition.every, owner) ?? '';
  const rows = scope.rows(group);
  const isRead = scope.activity(group) !== 'false' && !isStandIn(scope.mark(group));
  // How many rows there are decides, when there is none to look into.
  if (!rows || rows.length === 0 || !isRead)
    return {
      verdict: evaluate(condition, scope, owner),
      leaves: [{ condition, owner, at: group }],
    };
  const parts = rows.map((row) => decide(condition.where, scope, `${group}/${row}`));
  return joined(parts, isSome ? 'true' : 'false');
}
