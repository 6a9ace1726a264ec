import type { ConditionScope } from '../../conditions/read-condition.js';
import type { Condition, Moment, Test } from '../../types/condition.js';
import { absoluteIn } from './compute-scope.js';

type Row = Pick<ConditionScope, 'row'>;

/** A condition whose `./` pointers are absolute, those inside `some` and `every` apart: they belong to the row. */
export function absoluteCondition(condition: Condition, scope: Row): Condition {
  if ('all' in condition) return { all: condition.all.map((one) => absoluteCondition(one, scope)) };
  if ('any' in condition) return { any: condition.any.map((one) => absoluteCondition(one, scope)) };
  if ('not' in condition) return { not: absoluteCondition(condition.not, scope) };
  if ('some' in condition) return { ...condition, some: absoluteIn(scope, condition.some) };
  if ('every' in condition) return { ...condition, every: absoluteIn(scope, condition.every) };
  if ('fact' in condition) return condition;
  const at = absoluteIn(scope, condition.at);
  return 'is' in condition ? { at, is: absoluteTest(condition.is, scope) } : { ...condition, at };
}

/** A moment whose start is absolute. */
export function absoluteMoment(moment: Moment, scope: Row): Moment {
  return { ...moment, from: absoluteIn(scope, moment.from) };
}

function absoluteTest(test: Test, scope: Row): Test {
  const made: Record<string, unknown> = { ...test };
  for (const key of ['notBefore', 'notAfter'] as const) {
    const moment = test[key];
    if (typeof moment === 'object') made[key] = absoluteMoment(moment, scope);
  }
  for (const key of ['allOf', 'anyOf'] as const) {
    const parts = test[key];
    if (parts) made[key] = parts.map((part) => absoluteTest(part, scope));
  }
  if (test.not) made['not'] = absoluteTest(test.not, scope);
  return made as Test;
}
