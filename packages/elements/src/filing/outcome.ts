import type { Receipt } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { attestationView } from '../attestation/attestation-view.js';
import type { Ending } from './ending.js';
import type { ClosingScope } from '../form/form-scope.js';
import { heading } from '../form/heading.js';

/** The page after filing: the attestation itself, large, then what happens next. */
export function outcome(scope: ClosingScope, ending: Ending): TemplateResult {
  return ending.is === 'scheduled'
    ? scheduled(scope, ending.on)
    : received(scope, ending.is, ending.receipt);
}

function received(
  scope: ClosingScope,
  is: 'filed' | 'prepared' | 'amended',
  receipt: Receipt,
): TemplateResult {
  const title = {
    filed: 'filing.done',
    prepared: 'filing.prepared',
    amended: receipt.view.proposals.some(({ state }) => state === 'waiting')
      ? 'filing.proposed'
      : 'filing.amended',
  }[is];
  return html`<div class="gui-outcome">
    ${heading(scope.level, scope.say(title), scope.id('/heading'), 'gui-title')}
    <p class="gui-lead">${scope.say('filing.keep')}</p>
    ${attestationView({ receipt, say: scope.say, prefix: scope.id('/attestation') })}
    ${nextSteps(scope, receipt)} ${is === 'prepared' ? sayTransmitted(scope) : nothing}
    <p class="gui-row gui-after gui-screen-only">
      ${scope.follow && is !== 'prepared' ? html`<a class="gui-second" href=${scope.follow}>${scope.say('filing.follow')}</a>` : nothing}
      <button type="button" class="gui-second" @click=${() => scope.filing.reset()}>
        ${scope.say('changeAnswers')}
      </button>
      ${
        scope.startAnother
          ? html`<button type="button" class="gui-link" @click=${scope.startAnother}>
              ${scope.say('startAnother')}
            </button>`
          : nothing
      }
    </p>
  </div>`;
}

/** The act itself stands on the page that follows the dossier: it asks for a day and a proof. */
function sayTransmitted(scope: ClosingScope): unknown {
  if (!scope.follow) return nothing;
  return html`<div class="gui-screen-only">
    <p>${scope.say('filing.sayTransmitted.hint')}</p>
    <p class="gui-row">
      <a class="gui-main" href=${scope.follow}>${scope.say('filing.sayTransmitted')}</a>
    </p>
  </div>`;
}

function nextSteps(scope: ClosingScope, { view, profile }: Receipt): TemplateResult {
  const state = scope.session.texts.states[view.label];
  const to = scope.operator?.transmitsTo;
  return html`<div class="gui-section">
    ${heading(scope.level + 1, scope.say('filing.next'), scope.id('/next'), 'gui-section-title')}
    ${state ? html`<p>${scope.say(`states.${view.label}.means`)}</p>` : nothing}
    ${profile === 'third-party' && to ? html`<p>${scope.say('notSent.how', { how: to.how })}</p>` : nothing}
    ${view.windowState === 'after' ? late(scope) : nothing}
    ${view.windowState === 'before' ? html`<p>${scope.say('status.inWindow.before')}</p>` : nothing}
    ${view.complete && profile === 'administration' ? html`<p>${scope.say(`status.complete.${view.complete}`)}</p>` : nothing}
    <p>${scope.say(`status.amending.${view.amending}`)}</p>
  </div>`;
}

function scheduled(scope: ClosingScope, day: string): TemplateResult {
  return html`<div class="gui-outcome">
    ${heading(scope.level, scope.say('filing.scheduled', { day }), scope.id('/heading'), 'gui-title')}
    <p>${scope.say('filing.scheduled.hint')}</p>
    <p class="gui-row">
      <button type="button" class="gui-second" @click=${() => scope.filing.reset()}>
        ${scope.say('changeAnswers')}
      </button>
      <button type="button" class="gui-link" @click=${() => void scope.filing.callOff()}>
        ${scope.say('fileOn.cancel')}
      </button>
    </p>
  </div>`;
}

/** What lateness means, said after filing as it was before. */
function late(scope: ClosingScope): TemplateResult {
  const [, ...means] = scope.session.window().sentences;
  return html`<p><strong>${scope.say('status.inWindow.false')}</strong> ${means.join(' ')}</p>`;
}
