import type { Change, FilingOutcome } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import type { ClosingScope } from '../form/form-scope.js';
import { changeWords } from './change-words.js';
import { heading } from '../form/heading.js';

type AlreadyFiled = Extract<FilingOutcome, { is: 'already-filed' }>;

/** The dossier exists already: what differs from it, before and after, and the offer to send that. */
export function difference(
  scope: ClosingScope,
  { difference: set, receipt }: AlreadyFiled,
): TemplateResult {
  const prepared = scope.session.profile === 'third-party' && !receipt.view.sentToAuthority;
  const why = scope.id('/amend', 'why');
  return html`<div class="gui-section" role="group" aria-labelledby=${scope.id('/amend')}>
    ${heading(scope.level + 1, scope.say(prepared ? 'filing.alreadyPrepared' : 'filing.alreadyFiled'), scope.id('/amend'), 'gui-section-title')}
    ${
      set.changes.length === 0
        ? html`<p>${scope.say('filing.difference.none')}</p>`
        : html`<p>${scope.say('filing.difference')}</p>
            <dl class="gui-recap">${set.changes.map((change) => changeLine(scope, change))}</dl>
            <div class="gui-field">
              <label class="gui-label" for=${why}>${scope.say('filing.reason')}</label>
              <p class="gui-hint" id="${why}-hint">${scope.say('filing.reason.hint')}</p>
              <textarea
                form="gui-none"
                class="gui-input"
                rows="3"
                id=${why}
                maxlength="1000"
                aria-describedby="${why}-hint"
              ></textarea>
            </div>`
    }
    <p class="gui-row">
      ${
        set.changes.length === 0
          ? nothing
          : html`<button
              type="button"
              class="gui-main"
              id=${scope.id('/file')}
              @click=${(event: Event) => send(scope, event)}
            >
              ${scope.say('sendAmendment')}
            </button>`
      }
      <button type="button" class="gui-second" @click=${() => scope.filing.reset()}>
        ${scope.say('cancel')}
      </button>
    </p>
  </div>`;
}

function changeLine(scope: ClosingScope, change: Change): TemplateResult {
  const { label, before, after } = changeWords(scope.session, change);
  return html`<div class="gui-line">
    <dt>${label}</dt>
    <dd>
      ${before ? html`<del translate="no"><bdi .textContent=${before}></bdi></del>` : nothing}
      <ins translate="no"
        ><bdi .textContent=${after || scope.say('filing.difference.removed')}></bdi
      ></ins>
    </dd>
  </div>`;
}

function send(scope: ClosingScope, event: Event): void {
  const box = (event.currentTarget as HTMLElement).closest('.gui-section');
  void scope.filing.amend(box?.querySelector('textarea')?.value.trim() ?? '');
}
