import type { FieldPlan, LeafSchema } from '@guichet/procedure';
import { sameJson } from '../keywords/same-json.js';

const most = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'] as const;
const least = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'] as const;

/**
 * Whether a question asks more than it did: an answer that was good may not be now. What cannot be compared, another
 * pattern or another moment, counts as more: a person looks once too often rather than not at all.
 */
export function isStricter(before: FieldPlan, after: FieldPlan): boolean {
  const isRequired = after.required !== undefined && before.required !== true;
  const mustAnswer = isRequired && !sameJson(before.required, after.required);
  const mustKnow = after.mustKnow !== undefined && before.mustKnow === undefined;
  return mustAnswer || mustKnow || isNarrower(before.schema, after.schema);
}

function isNarrower(before: LeafSchema, after: LeafSchema): boolean {
  const { enum: had, items: hadItems, ...old } = before;
  const { enum: has, items: hasItems, ...now } = after;
  const isGone = (code: unknown): boolean => !has?.some((one) => sameJson(one, code));
  if (has && (!had || had.some(isGone))) return true;
  if (hasItems && (!hadItems || isNarrower(hadItems, hasItems))) return true;
  return (Object.keys(now) as (keyof typeof now)[]).some((keyword) =>
    asksMore(keyword, old[keyword], now[keyword]),
  );
}

function asksMore(keyword: string, before: unknown, after: unknown): boolean {
  if (after === undefined || sameJson(before, after)) return false;
  const wasNumber = typeof before === 'number';
  if ((most as readonly string[]).includes(keyword)) return !wasNumber || Number(after) < before;
  if ((least as readonly string[]).includes(keyword)) return !wasNumber || Number(after) > before;
  return true;
}
