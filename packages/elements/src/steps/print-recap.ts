import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../form/scope.js';
import { contact } from '../shell/other-ways.js';

/** What paper says above the recap: which procedure, which day, and that a recap is not a proof. */
export function printHead(scope: Scope): TemplateResult {
  return html`<div class="gui-print-only">
    <p class="gui-print-title">${scope.say('review.printTitle')}</p>
    <p><strong>${scope.say('title')}</strong></p>
    <p>${scope.say('review.printedOn', { day: scope.session.today() })}</p>
    <p>${scope.say('review.notAProof')}</p>
  </div>`;
}

/** What paper says below it: where to bring or send it, and room to sign. */
export function printFoot(scope: Scope): TemplateResult {
  return html`<div class="gui-print-only">
    ${scope.operator ? contact(scope, scope.operator) : nothing}
    <p class="gui-signature">${scope.say('review.signature')}</p>
  </div>`;
}
