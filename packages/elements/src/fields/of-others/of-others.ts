import type { FieldView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../../form/scope.js';

/** An answer that somebody else gives: who is asked, and what they said; there is nothing to fill in. */
export function ofOthers(scope: Scope, view: FieldView): TemplateResult {
  const answer = String(view.raw ?? '');
  return html`<div class="gui-field" data-pointer=${view.pointer}>
    <p class="gui-label" id=${scope.id(view.pointer)} tabindex="-1">${view.label}</p>
    <p
      class="gui-computed"
      translate=${answer ? 'no' : nothing}
      .textContent=${answer || scope.say('party.notYet')}
    ></p>
    <p class="gui-hint" .textContent=${view.askedOf ?? ''}></p>
  </div>`;
}
