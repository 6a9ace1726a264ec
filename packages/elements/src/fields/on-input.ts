import type { FieldView } from '@guichet/engine';
import type { Scope } from '../form/scope.js';

/** Listener that answers with what a one-line control holds. */
export function onInput(scope: Scope, view: FieldView): (event: Event) => void {
  return (event) => scope.answer(view.pointer, (event.target as HTMLInputElement).value);
}
