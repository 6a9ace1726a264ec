import type { FieldView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../../form/scope.js';

/** Something to read before going on; nothing to answer. */
export function information(scope: Scope, view: FieldView): TemplateResult {
  return html`<div class="gui-information" id=${scope.id(view.pointer)}>
    <p><strong>${view.label}</strong></p>
    ${view.hint ? html`<p>${view.hint}</p>` : nothing}${view.why ? html`<p class="gui-hint">${view.why}</p>` : nothing}
  </div>`;
}
