import type { FieldView } from '@guichet/engine';
import { nothing } from 'lit';
import type { Scope } from '../form/scope.js';

/** Value of `aria-describedby`: the issue comes before the hint, since it is what the person has to hear first. */
export function describedBy(scope: Scope, view: FieldView): string | typeof nothing {
  const ids = [
    view.issue && scope.id(view.pointer, 'issue'),
    view.hint && scope.id(view.pointer, 'hint'),
    view.unit && scope.id(view.pointer, 'unit'),
    view.advice.length > 0 && scope.id(view.pointer, 'advice'),
    standsIn(view) && scope.id(view.pointer, 'mark'),
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : nothing;
}

/** A mark stands in place of the answer. */
export function standsIn(view: FieldView): boolean {
  return view.mark !== undefined && ['unknown', 'awaited', 'refusedToSay'].includes(view.mark.is);
}

/** `aria-invalid` of a control: absent rather than false, as a page without faults should be silent. */
export function invalid(view: FieldView): 'true' | typeof nothing {
  return view.issue ? 'true' : nothing;
}

/** What a one-line control shows: the text as typed, else the value. */
export function typed(view: FieldView): string {
  const shown = view.raw ?? view.value;
  return typeof shown === 'string' || typeof shown === 'number' ? String(shown) : '';
}
