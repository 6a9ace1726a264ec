import type { Day, LeafSchema, Moment, Pointer, Verdict } from '@guichet/procedure';
import { contextOf } from '../interpreter/holds.js';
import { momentOf } from '../interpreter/interval.js';
import { answerAt } from '../model/answer-at.js';
import type { Model } from '../model/model.js';
import { patternIn } from '../model/pattern-in.js';

const moments = new Set(['notBefore', 'notAfter']);
const alternatives = new Set(['anyOf', 'not', 'contains']);

/** One complaint of another validator: the keyword, and what it says of it. */
interface Complaint {
  readonly keyword: string;
  readonly params: object;
}

/**
 * Whether a validator of two values complains of what is unknown in three (rules.md A7, A11): of a day counted from an
 * answer that is marked, unreadable or not active, or of an alternative that part of a partial date would satisfy.
 */
export function isUnsure(model: Model, pointer: Pointer, { keyword, params }: Complaint): boolean {
  if (moments.has(keyword)) {
    const { limit } = params as { readonly limit?: Day | Moment };
    return limit !== undefined && momentOf(limit, model.scope, pointer) === undefined;
  }
  if (!alternatives.has(keyword)) return false;
  const verdicts = verdictsOf(model, pointer, keyword as keyof LeafSchema);
  return verdicts.includes('unknown') && !verdicts.includes('false');
}

/** The verdict of a keyword, wherever the schema of a field says it. */
function verdictsOf(model: Model, pointer: Pointer, keyword: keyof LeafSchema): Verdict[] {
  const field = model.plan.fields[patternIn(model, pointer)];
  const { holds } = contextOf(model.scope, pointer, 'true');
  const visit = ({ [keyword]: said, allOf = [], items }: LeafSchema, value: unknown): Verdict[] => [
    ...(said === undefined ? [] : [holds({ [keyword]: said }, value)]),
    ...allOf.flatMap((part) => visit(part, value)),
    ...(items && Array.isArray(value) ? value.flatMap((one) => visit(items, one)) : []),
  ];
  return field ? visit(field.schema, answerAt(model, pointer)) : [];
}
