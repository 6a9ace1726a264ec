import type { FormPlan, Pointer } from '@guichet/procedure';
import { patternOf } from '@guichet/procedure';
import type { Mark, Version } from '../draft.js';
import { isStandIn } from '../interpreter/scope.js';
import type { Content } from '../model/content.js';
import { hasField, hasGroup } from '../model/shape.js';
import { flatten, type FlatAnswers } from './flatten.js';

/**
 * The content of a version. Answers that the plan does not know are left apart, in
 * `unknown`: they are judged inactive and read by nothing.
 */
export function contentOfVersion(
  plan: FormPlan,
  version: Version,
): Content & { readonly unknown: readonly Pointer[] } {
  const flat = flatten(version.answers, (pointer) => {
    const pattern = patternOf(pointer, plan.groups);
    if (hasField(plan, pattern)) return 'field';
    return hasGroup(plan, pattern) ? 'group' : 'container';
  });
  const unknown = [...flat.answers.keys()].filter(
    (pointer) => !hasField(plan, patternOf(pointer, plan.groups)),
  );
  for (const pointer of unknown) flat.answers.delete(pointer);
  // A computed value is computed again, whoever wrote another.
  for (const pointer of flat.answers.keys())
    if (plan.fields[patternOf(pointer, plan.groups)]?.compute) flat.answers.delete(pointer);
  return {
    ...flat,
    marks: marksOf(version, flat),
    pieces: new Map(Object.entries(version.pieces)),
    unknown,
  };
}

/** A mark that stands in place of an answer means nothing beside one: what was answered holds. */
function marksOf({ marks }: Version, { answers, rows }: FlatAnswers): Map<Pointer, Mark> {
  const isBeside = (pointer: Pointer) => answers.has(pointer) || rows.has(pointer);
  const kept = Object.entries(marks).filter(
    ([pointer, mark]) => !isStandIn(mark) || !isBeside(pointer),
  );
  return new Map(kept);
}
