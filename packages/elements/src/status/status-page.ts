import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { keepFile } from '../attestation/evidence-of.js';
import { heading } from '../form/heading.js';
import { languages } from '../shell/languages.js';
import { referenceLine } from '../shell/reference-line.js';
import { actsNow } from './acts.js';
import { attestationList } from './attestation-list.js';
import { historyOf } from './history-of.js';
import { said } from './said.js';
import { serviceContact } from './service-contact.js';
import { situation } from './situation.js';
import type { StatusScope } from './status-scope.js';
import { timeline } from './timeline.js';
import { dayOf } from './when.js';

/** A dossier as its holder meets it: where it stands first, then what can be done, the proofs, the history. */
export function statusPage(scope: StatusScope): TemplateResult {
  const { say, texts, view } = scope;
  return html`<div class="gui-head gui-screen-only">
      <p class="gui-procedure">${referenceLine(say, view.reference)}</p>
      ${languages(scope.languages, texts.lang, say('language'), (lang) => scope.speak(lang))}
    </div>
    ${texts.reviewed || texts.lang === 'fr' ? nothing : html`<p class="gui-notice">${say('language.unreviewed')}</p>`}
    ${notSentYet(scope)}
    ${heading(scope.level, say('status.title'), `${scope.prefix}-title`, 'gui-title')}
    ${situation(scope)} ${actsNow(scope)} ${proposals(scope)} ${attestationList(scope)}
    ${timeline(scope)}
    <div class="gui-foot gui-screen-only">
      <p class="gui-hint">${say('status.history.hint')}</p>
      <p class="gui-row">
        <button type="button" class="gui-second" @click=${() => keepFile(historyOf(scope))}>
          ${say('status.history')}
        </button>
        <button type="button" class="gui-second" @click=${() => globalThis.print()}>
          ${say('can.print')}
        </button>
      </p>
      ${said(say(navigator.onLine ? 'status.live' : 'status.notLive'), 'gui-hint')}
    </div>
    ${serviceContact(scope)}`;
}

/** Under a third party nothing is with the authority until a proof of sending exists. */
function notSentYet({ view, operator, say }: StatusScope): unknown {
  if (view.sentToAuthority || view.profile !== 'third-party') return nothing;
  const to = operator?.transmitsTo;
  return html`<div class="gui-not-sent">
    <p><strong>${say('notSent')}</strong></p>
    ${
      to
        ? html`<p>${say('notSent.hint', { authority: operator.authority, to: to.authority })}</p>
            <p>${say('notSent.how', { how: to.how })}</p>`
        : nothing
    }
  </div>`;
}

function proposals(scope: StatusScope): unknown {
  const { view, say } = scope;
  if (view.proposals.length === 0) return nothing;
  return html`<ul class="gui-st-proposals">
    ${repeat(
      view.proposals,
      ({ n }) => n,
      ({ at, state }) =>
        html`<li .textContent=${say(`status.proposal.${state}`, { day: dayOf(scope, at) })}></li>`,
    )}
  </ul>`;
}
