import type { FieldView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { unlessFocused } from '../../live/unless-focused.js';
import type { Scope } from '../../form/scope.js';
import { describedBy, invalid, typed } from '../describe.js';
import { labelled } from '../frame.js';
import { onInput } from '../on-input.js';

/** A number with its unit. A text control: a spinner changes values by a touch of the wheel. */
export function number(scope: Scope, view: FieldView): TemplateResult {
  return labelled(
    scope,
    view,
    html`<div class="gui-with-unit">
      <input
        class="gui-input gui-short"
        form="gui-none"
        dir="ltr"
        type="text"
        inputmode=${view.inputMode || 'numeric'}
        id=${scope.id(view.pointer)}
        autocomplete=${view.autocomplete || 'off'}
        aria-describedby=${describedBy(scope, view)}
        aria-invalid=${invalid(view)}
        aria-required=${view.required ? 'true' : nothing}
        .value=${unlessFocused(typed(view))}
        @input=${onInput(scope, view)}
      />${view.unit ? html`<span class="gui-unit" id=${scope.id(view.pointer, 'unit')}>${view.unit}</span>` : nothing}
    </div>`,
  );
}
