import type { FieldView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { unlessFocused } from '../../live/unless-focused.js';
import type { Scope } from '../../form/scope.js';
import { describedBy, invalid, typed } from '../describe.js';
import { labelled } from '../frame.js';
import { onInput } from '../on-input.js';

/** Several lines of text, with the length left once it matters (the last fifth). */
export function longText(scope: Scope, view: FieldView): TemplateResult {
  const text = typed(view);
  const left = (view.maxLength ?? Infinity) - [...text].length;
  return labelled(
    scope,
    view,
    html`<textarea
        class="gui-input"
        form="gui-none"
        dir="auto"
        rows="5"
        id=${scope.id(view.pointer)}
        autocomplete=${view.autocomplete || nothing}
        aria-describedby=${describedBy(scope, view)}
        aria-invalid=${invalid(view)}
        aria-required=${view.required ? 'true' : nothing}
        .value=${unlessFocused(text)}
        @input=${onInput(scope, view)}
      ></textarea>
      ${left <= (view.maxLength ?? 0) / 5 ? html`<p class="gui-hint" .textContent=${lengthLeft(scope, left)}></p>` : nothing}`,
  );
}

function lengthLeft(scope: Scope, left: number): string {
  return left < 0
    ? scope.say('charactersOver', { count: -left })
    : scope.say('charactersLeft', { count: left });
}
