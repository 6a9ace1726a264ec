import type { PieceView, ReviewView } from '@guichet/engine';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '../form/heading.js';
import type { ClosingScope } from '../form/form-scope.js';

/** Pieces that the examination needs and that are neither given nor declared missing. */
export function piecesMissing({ pieces }: ReviewView): readonly PieceView[] {
  return pieces.filter(
    ({ asked, needed, files, mark, askedOf }) =>
      asked === 'yes' &&
      needed === 'examination' &&
      files.length === 0 &&
      !mark &&
      askedOf === undefined,
  );
}

/** Said before filing, since the law makes something of it: which pieces are not there, and what that changes. */
export function piecesToGive(scope: ClosingScope, review: ReviewView): unknown {
  const open = piecesMissing(review);
  if (open.length === 0 || scope.session.readOnly) return nothing;
  return html`<div class="gui-to-complete" role="group" aria-labelledby=${scope.id('/pieces')}>
    ${heading(scope.level + 1, html`<span .textContent=${scope.say('review.piecesMissing', { count: open.length })}></span>`, scope.id('/pieces'), 'gui-section-title')}
    <ul>
      ${repeat(
        open,
        ({ name }) => name,
        ({ name, label, step }) =>
          html`<li>
            ${
              step === ''
                ? html`<span .textContent=${label}></span>`
                : html`<button
                    type="button"
                    class="gui-link"
                    @click=${() => scope.goTo(step, `/piece/${name}`)}
                    .textContent=${label}
                  ></button>`
            }
          </li>`,
      )}
    </ul>
    <p>${scope.say('pieces.cost.examination')}</p>
  </div>`;
}

/** What is asked and not there: it never stops filing, it is said, and can be given a reason in one gesture. */
export function toComplete(scope: ClosingScope, review: ReviewView): unknown {
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

function markAll(scope: ClosingScope, event: Event): void {
  const why =
    (event.currentTarget as HTMLElement).parentElement?.querySelector('input')?.value.trim() ?? '';
  scope.session.markRest({ is: 'unknown', ...(why && { why }) });
  scope.announce(scope.say('review.complete'));
  scope.focusLater(scope.id('/file'));
}
