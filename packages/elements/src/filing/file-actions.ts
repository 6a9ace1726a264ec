import type { FilingOutcome } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import type { ClosingScope } from '../form/form-scope.js';
import { capsuleButton } from '../shell/capsule-button.js';
import { windowBox } from '../shell/window-box.js';
import { contact } from '../shell/other-ways.js';
import { piecesMissing } from '../steps/to-complete.js';
import { difference } from './difference.js';

/** The act at the end of the review: file, prepare, file on a day, or send what changed since. */
export function fileActions(scope: ClosingScope): unknown {
  if (scope.session.readOnly) return nothing;
  const { state } = scope.filing;
  const outcome = state.is === 'answered' ? state.outcome : undefined;
  if (outcome?.is === 'already-filed') return difference(scope, outcome);
  if (scope.session.canSend === false) return nothingToSend(scope);
  const sending = state.is === 'sending';
  return html`<div class="gui-file-actions gui-screen-only">
    ${windowBox(scope)} ${outcome ? said(scope, outcome) : nothing}
    <p class="gui-row">${buttons(scope, sending)}</p>
    <p class="gui-hint" role="status" .textContent=${sending ? sendingWords(scope) : ''}></p>
  </div>`;
}

/** No button that can only fail: what is left is to keep the answers. */
function nothingToSend(scope: ClosingScope): unknown {
  return html`<div class="gui-file-actions gui-screen-only">
    <p><strong>${scope.say('notSent.noService')}</strong></p>
    <p class="gui-row">
      <button type="button" class="gui-second" @click=${() => globalThis.print()}>
        ${scope.say('review.print')}
      </button>
    </p>
    ${scope.capsule ? capsuleButton(scope) : nothing}
  </div>`;
}

function buttons(scope: ClosingScope, sending: boolean): TemplateResult {
  const review = scope.session.review();
  const { window, toComplete } = review;
  const { fileOn, scheduled } = window;
  if (scheduled !== undefined) return planned(scope, sending);
  if (fileOn && !scope.session.filed) {
    return html`<button
        type="button"
        class="gui-main"
        id=${scope.id('/file')}
        aria-disabled=${sending ? 'true' : nothing}
        @click=${() => void scope.filing.fileOn(fileOn)}
        .textContent=${scope.say('fileOn', { day: fileOn })}
      ></button
      ><span class="gui-hint">${scope.say('fileOn.hint')}</span>`;
  }
  const isIncomplete = toComplete.length + piecesMissing(review).length > 0;
  const key = acts[scope.session.profile][isIncomplete ? 'incomplete' : 'whole'];
  return html`<button
    type="button"
    class="gui-main"
    id=${scope.id('/file')}
    aria-disabled=${sending ? 'true' : nothing}
    @click=${() => void scope.filing.file()}
    .textContent=${scope.say(scope.session.filed ? 'sendAmendment' : key)}
  ></button>`;
}

/** The service files on the day chosen, with whatever is changed until then; it can be called off. */
function planned(scope: ClosingScope, sending: boolean): TemplateResult {
  return html`<button
      type="button"
      class="gui-second"
      id=${scope.id('/file')}
      aria-disabled=${sending ? 'true' : nothing}
      @click=${() => void scope.filing.callOff()}
      .textContent=${scope.say('fileOn.cancel')}
    ></button
    ><span class="gui-hint">${scope.say('filing.scheduled.hint')}</span>`;
}

/** What the button says that it does: only an authority can say *file*. */
const acts = {
  administration: { whole: 'file', incomplete: 'fileIncomplete' },
  'third-party': { whole: 'prepare', incomplete: 'prepareIncomplete' },
} as const;

function sendingWords(scope: ClosingScope): string {
  return scope.say(scope.session.profile === 'third-party' ? 'filing.preparing' : 'filing.sending');
}

/** What came of the last press, when it did not end in a receipt. */
function said(scope: ClosingScope, outcome: FilingOutcome): unknown {
  switch (outcome.is) {
    case 'unreachable':
      return html`<div class="gui-warning" role="alert">
        <p><strong>${scope.say('filing.unreachable')}</strong></p>
        <p class="gui-row">
          <button type="button" class="gui-second" @click=${() => void scope.filing.retry()}>
            ${scope.say('filing.retry')}
          </button>
        </p>
        ${scope.capsule ? capsuleButton(scope) : nothing}
        ${scope.operator ? contact(scope, scope.operator) : nothing}
      </div>`;
    case 'refused':
      return html`<div class="gui-warning" role="alert">
        <p .textContent=${scope.say('filing.refused', { message: outcome.message })}></p>
      </div>`;
    default:
      return nothing;
  }
}
