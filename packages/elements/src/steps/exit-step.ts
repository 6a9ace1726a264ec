import type { StepView } from '@guichet/engine';
import { html, type TemplateResult } from 'lit';

/** Says that another way may suit better; going on with this one stays possible. */
export function exitStep(step: StepView): TemplateResult {
  return html`<div class="gui-information"><p>${step.exit?.say}</p></div>`;
}
