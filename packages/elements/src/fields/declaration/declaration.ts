import type { FieldView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Scope } from '../../form/scope.js';
import { afterword } from '../afterword.js';
import { describedBy, invalid } from '../describe.js';
import { fieldClass, optional, preface } from '../frame.js';

/** A statement that one makes by ticking it; its whole text is its label. */
export function declaration(scope: Scope, view: FieldView): TemplateResult {
  const id = scope.id(view.pointer);
  return html`<div class=${fieldClass(view)} data-pointer=${view.pointer}>
    ${preface(scope, view)}
    <div class="gui-option">
      <input
        class="gui-checkbox"
        form="gui-none"
        type="checkbox"
        id=${id}
        aria-describedby=${describedBy(scope, view)}
        aria-invalid=${invalid(view)}
        aria-required=${view.required ? 'true' : nothing}
        .checked=${live(view.value === true)}
        @change=${(event: Event) => scope.answer(view.pointer, (event.target as HTMLInputElement).checked || undefined)}
      />
      <label class="gui-option-label" for=${id}>${view.label}${optional(scope, view)}</label>
    </div>
    ${afterword(scope, view)}
  </div>`;
}
