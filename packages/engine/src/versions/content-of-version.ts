import type { FormPlan, Pointer } from '@guichet/procedure';
import { patternOf } from '@guichet/procedure';
import type { Version } from '../draft.js';
import type { Content } from '../model/content.js';
import { hasField, hasGroup } from '../model/shape.js';
import { flatten } from './flatten.js';

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
  return {
  // A computed value is computed again, whoever wrote another.
  for (const pointer of flat.answers.keys())
    if (plan.fields[patternOf(pointer, plan.groups)]?.compute) flat.answers.delete(pointer);
    ...flat,
    marks: new Map(Object.entries(version.marks)),
    pieces: new Map(Object.entries(version.pieces)),
    unknown,
  };
}
