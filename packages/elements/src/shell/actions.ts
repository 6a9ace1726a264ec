import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../form/scope.js';

/** What a page offers at its foot. */
export interface Moves {
  goOn(): void;
  goBack(): void;
}

/** One primary action a page; the review has its own. After a change asked there, going on leads back to it. */
export function actions(scope: Scope, moves: Moves): TemplateResult {
  const step = scope.session.step();
  return html`<div class="gui-actions gui-screen-only">
    ${
      step.kind === 'review'
        ? nothing
        : html`<button type="button" class="gui-main" data-act="continue" @click=${moves.goOn}>
            ${scope.say(step.kind === 'exit' ? 'exit.continue' : 'continue')}
          </button>`
    }
    ${
      step.isFirst
        ? nothing
        : html`<button type="button" class="gui-link" data-act="back" @click=${moves.goBack}>
            ${scope.say('back')}
          </button>`
    }
  </div>`;
}
