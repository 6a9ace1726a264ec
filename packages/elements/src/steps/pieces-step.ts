import type { StepView } from '@guichet/engine';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ClosingScope } from '../form/form-scope.js';
import { piece } from '../pieces/piece.js';

/** A page of supporting documents. */
export function piecesStep(scope: ClosingScope, step: StepView): TemplateResult {
  return html`<div class="gui-section">
    ${repeat(
      step.pieces,
      (name) => name,
      (name) => piece(scope, name),
    )}
  </div>`;
}
