import type { FieldView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { unlessFocused } from '../../live/unless-focused.js';
import type { Scope } from '../../form/scope.js';
import { describedBy, invalid, typed } from '../describe.js';
import { labelled } from '../frame.js';
import { suggesting } from '../lookup/suggesting.js';
import { onInput } from '../on-input.js';

/** One line of text. Length is never cut while typing: too long is said, with the length allowed. */
export function text(scope: Scope, view: FieldView): TemplateResult {
  return labelled(
    scope,
    view,
    html`<input
      class="gui-input"
      form="gui-none"
      dir="auto"
      type="text"
      inputmode=${view.inputMode || nothing}
      id=${scope.id(view.pointer)}
      autocomplete=${view.autocomplete || nothing}
      aria-describedby=${describedBy(scope, view)}
      aria-invalid=${invalid(view)}
      aria-required=${view.required ? 'true' : nothing}
      .value=${unlessFocused(typed(view))}
      @input=${onInput(scope, view)}
    />${suggesting(scope, view)}`,
  );
}
