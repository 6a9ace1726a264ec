import type { Pointer } from '@guichet/procedure';
import { isUnreadable } from './is-unreadable.js';
import type { Model } from './model.js';
import { patternIn } from './pattern-in.js';

/**
 * The answer at a concrete pointer: what a person gave, or what is computed. Whatever a
 * draft or a version brings for a computed value is not looked at.
 */
export function answerAt(model: Model, pointer: Pointer): unknown {
  return isComputed(model, pointer)
    ? computedAt(model, pointer)
    : model.content.answers.get(pointer);
}

/** Whether the value at a pointer is computed, so that nobody can give or mark it. */
export function isComputed(model: Model, pointer: Pointer): boolean {
  const { computed } = model.shape;
  return computed.size > 0 && computed.has(patternIn(model, pointer));
}

function computedAt(model: Model, pointer: Pointer): unknown {
  if (model.computed.has(pointer)) return model.computed.get(pointer);
  // A plan that is previewed in spite of a loop gives no value, and goes on.
  model.computed.set(pointer, undefined);
  const plan = model.plan.fields[patternIn(model, pointer)];
  const value = plan?.compute && model.extras?.computeValue(plan.compute, model.scope, pointer);
  const isStated = plan && (value ?? undefined) !== undefined && !isUnreadable(plan.schema, value);
  const kept = isStated ? value : undefined;
  model.computed.set(pointer, kept);
  return kept;
}
