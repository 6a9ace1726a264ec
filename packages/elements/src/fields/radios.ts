import type { FieldView, OptionView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Scope } from '../form/scope.js';
import { afterword } from './afterword.js';
import { describedBy, invalid } from './describe.js';
import { fieldClass, optional, preface } from './frame.js';

/** One of a few, all of them in view. */
export function radios(
  scope: Scope,
  view: FieldView,
  options: readonly OptionView[],
): TemplateResult {
  return html`<div class=${fieldClass(view)} data-pointer=${view.pointer}>
    <fieldset
      class="gui-fieldset"
      role="radiogroup"
      aria-describedby=${describedBy(scope, view)}
      aria-invalid=${invalid(view)}
      aria-required=${view.required ? 'true' : nothing}
    >
      <legend class="gui-label">${view.label}${optional(scope, view)}</legend>
      ${preface(scope, view)}
      <div class=${options.length === 2 ? 'gui-options gui-options-two' : 'gui-options'}>
        ${options.map((option, index) => radio(scope, view, option, index))}
      </div>
    </fieldset>
    ${afterword(scope, view)}
  </div>`;
}

function radio(scope: Scope, view: FieldView, option: OptionView, index: number): TemplateResult {
  const id = scope.id(view.pointer, index === 0 ? '' : String(index));
  return html`<div class="gui-option">
    <input
      class="gui-radio"
      form="gui-none"
      type="radio"
      id=${id}
      name=${scope.id(view.pointer, 'name')}
      aria-describedby=${describedBy(scope, view)}
      .checked=${live(view.value === option.value)}
      @change=${() => scope.answer(view.pointer, option.value)}
    /><label class="gui-option-label" for=${id} .textContent=${option.label}></label>
  </div>`;
}
