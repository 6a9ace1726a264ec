import type { FieldView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { unlessFocused } from '../../live/unless-focused.js';
import type { Scope } from '../../form/scope.js';
import { describedBy, invalid, typed } from '../describe.js';
import { labelled } from '../frame.js';
import { onInput } from '../on-input.js';

/** A telephone number, of any country, typed as the person writes it. */
export function phone(scope: Scope, view: FieldView): TemplateResult {
  return labelled(
    scope,
    view,
    html`<input
      class="gui-input gui-medium"
      form="gui-none"
      dir="ltr"
      type="tel"
      inputmode="tel"
      id=${scope.id(view.pointer)}
      autocomplete=${view.autocomplete || nothing}
      aria-describedby=${describedBy(scope, view)}
      aria-invalid=${invalid(view)}
      aria-required=${view.required ? 'true' : nothing}
      .value=${unlessFocused(typed(view))}
      @input=${onInput(scope, view)}
    />`,
  );
}
