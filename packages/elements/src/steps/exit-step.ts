import type { StepView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../form/scope.js';

/** Says that another procedure may suit better; going on with this one stays possible. */
export function exitStep(scope: Scope, step: StepView): TemplateResult {
  return html`<div class="gui-information">
    <p>${step.exit?.say ?? nothing}</p>
    ${step.exit?.procedure ? html`<p>${scope.say('exit.carry')}</p>` : nothing}
  </div>`;
}
