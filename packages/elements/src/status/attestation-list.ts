import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { attestationView } from '../attestation/attestation-view.js';
import { heading } from '../form/heading.js';
import { said } from './said.js';
import { wordsOf } from './say-with.js';
import type { StatusScope } from './status-scope.js';
import { dayOf, moment } from './when.js';

type Entry = StatusScope['view']['attestations'][number];

/** Every proof the dossier gave: what it is, when it was made, and the attestation itself where it is asked for. */
export function attestationList(scope: StatusScope): TemplateResult {
  const { view, say, prefix } = scope;
  return html`<section class="gui-section" aria-labelledby=${`${prefix}-attestations`}>
    ${heading(scope.level + 1, say('attestation.list'), `${prefix}-attestations`, 'gui-section-title')}
    ${view.attestations.length === 0 ? said(say('attestation.none')) : nothing}
    <ul class="gui-st-attestations" role="list">
      ${repeat(
        view.attestations,
        ({ id }) => id,
        (entry) => one(scope, entry),
      )}
    </ul>
  </section>`;
}

function one(scope: StatusScope, entry: Entry): TemplateResult {
  const { say, shown } = scope;
  const { label, more } = wordsOf(scope.texts, 'attestations', entry.kind);
  const open = shown?.id === entry.id;
  return html`<li>
    <div class="gui-st-attestation">
      <div>
        ${said(label, 'gui-st-what')} ${said(moment(scope, entry.at), 'gui-st-when')}
        ${more ? said(more, 'gui-st-note') : nothing}
      </div>
      <button
        type="button"
        class="gui-second gui-screen-only"
        aria-expanded=${open ? 'true' : 'false'}
        @click=${() => scope.show(entry.id)}
        .textContent=${open ? say('close') : say('attestation.open', { day: dayOf(scope, entry.at) })}
      ></button>
    </div>
    ${open ? content(scope) : nothing}
  </li>`;
}

function content({ shown, say, view, prefix, verifier }: StatusScope): unknown {
  if (shown?.failed)
    return html`<p class="gui-warning" role="alert">${say('attestation.unreachable')}</p>`;
  if (!shown?.sealed) return html`<p role="status">${say('loading')}</p>`;
  const receipt = { reference: view.reference, attestation: shown.sealed };
  return attestationView({
    receipt,
    say,
    prefix: `${prefix}-${shown.id}`,
    ...(verifier && { verifier }),
  });
}
