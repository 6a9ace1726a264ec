import { html, nothing, type TemplateResult } from 'lit';
import type { LiveScope } from '../form/live-scope.js';

/** What a page offers at its foot. */
export interface Moves {
  goOn(): void;
  goBack(): void;
  /** Goes on, then straight back to the review. */
  goReview(): void;
}

/** One primary action a page: go on, or go back to the review one came from. The review has its own. */
export function actions(scope: LiveScope, moves: Moves): TemplateResult {
  const step = scope.session.step();
  const returning = scope.returnTo !== undefined && step.kind !== 'review';
  return html`<div class="gui-actions gui-screen-only">
    ${
      step.kind === 'review'
        ? nothing
        : html`${
              returning
                ? html`<button type="button" class="gui-main" @click=${moves.goReview}>
                    ${scope.say('review.return')}
                  </button>`
                : nothing
            }
            <button
              type="button"
              class=${returning ? 'gui-second' : 'gui-main'}
              data-act="continue"
              @click=${moves.goOn}
            >
              ${scope.say(step.kind === 'exit' ? 'exit.continue' : 'continue')}
            </button>`
    }
    ${step.isFirst ? nothing : html`<button type="button" class="gui-link" data-act="back" @click=${moves.goBack}>${scope.say('back')}</button>`}
  </div>`;
}
