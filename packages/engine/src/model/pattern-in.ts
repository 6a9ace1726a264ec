import type { Pointer } from '@guichet/procedure';
import { patternOf } from '@guichet/procedure';
import type { Model } from './model.js';

/** The pattern of a concrete pointer, remembered; a name like `@piece/identity` is its own. */
export function patternIn(model: Model, pointer: Pointer): Pointer {
  let pattern = model.patterns.get(pointer);
  if (pattern === undefined) {
    pattern = pointer.startsWith('/') ? patternOf(pointer, model.plan.groups) : pointer;
    model.patterns.set(pointer, pattern);
  }
  return pattern;
}
