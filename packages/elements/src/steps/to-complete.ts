import type { ReviewView } from '@guichet/engine';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '../form/heading.js';
import type { FormScope } from '../form/form-scope.js';

/** What is asked and not there: it never stops filing, it is said, and can be given a reason in one gesture. */
export function toComplete(scope: FormScope, review: ReviewView): unknown {
  const { toComplete: open } = review;
  if (open.length === 0 || scope.session.readOnly) return nothing;
  const prepare = scope.session.profile === 'third-party';
  const why = scope.id('/rest', 'why');
  return html`<div class="gui-to-complete" role="group" aria-labelledby=${scope.id('/rest')}>
    ${heading(scope.level + 1, html`<span .textContent=${scope.say('review.toComplete', { count: open.length })}></span>`, scope.id('/rest'), 'gui-section-title')}
    <p>${scope.say(prepare ? 'review.toComplete.hintPrepare' : 'review.toComplete.hint')}</p>
    <ul>
      ${repeat(
        open,
        ({ pointer }) => pointer,
        ({ pointer, label, step }) =>
          html`<li>
            <button
              type="button"
              class="gui-link"
              @click=${() => scope.goTo(step, pointer)}
              .textContent=${label}
            ></button>
          </li>`,
      )}
    </ul>
    <div class="gui-field gui-screen-only" data-enter>
      <label class="gui-label" for=${why}>${scope.say('review.markRest.why')}</label>
      <p class="gui-hint" id="${why}-hint">${scope.say('markWhy.hint')}</p>
      <p class="gui-row">
        <input
          form="gui-none"
          class="gui-input"
          type="text"
          id=${why}
          maxlength="200"
          aria-describedby="${why}-hint"
        />
        <button type="button" class="gui-second" @click=${(event: Event) => markAll(scope, event)}>
          ${scope.say('review.markRest')}
        </button>
      </p>
    </div>
  </div>`;
}

function markAll(scope: FormScope, event: Event): void {
  const why =
    (event.currentTarget as HTMLElement).parentElement?.querySelector('input')?.value.trim() ?? '';
  scope.session.markRest({ is: 'unknown', ...(why && { why }) });
  scope.announce(scope.say('review.complete'));
  scope.focusLater(scope.id('/file'));
}
