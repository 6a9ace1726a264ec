import type { Receipt } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { endingOf } from '../filing/ending.js';
import type { FormScope } from '../form/form-scope.js';
import { closing } from '../steps/load-closing-pages.js';
import type { Surroundings } from './page.js';
import { referenceLine } from './reference-line.js';

/** What to know before reading on: an unreviewed translation, a draft that can only be read. */
export function notices(
  scope: FormScope,
  around: Pick<Surroundings, 'moved' | 'resumed' | 'newsRead' | 'readNews' | 'again'>,
  ended: boolean,
): TemplateResult {
  const { moved, resumed } = around;
  const { texts, readOnly, filed, news, guide } = scope.session;
  return html`${texts.reviewed ? nothing : html`<p class="gui-notice">${scope.say('language.unreviewed')}</p>`}
  ${
    (moved || news) && !around.newsRead
      ? html`<section class="gui-notice" aria-label=${scope.say('moved.title')}>
          <p><strong>${scope.say('moved.title')}</strong></p>
          <p>${scope.say('moved.hint')}</p>
          ${closing(
            scope,
            (pages, whole) => pages.whatChanged(whole, () => around.readNews()),
            () => around.again(),
          )}
        </section>`
      : nothing
  }
  ${readOnly ? html`<p class="gui-notice">${scope.say('moved.readOnly')}</p>` : nothing}
  ${resumed && !filed && !ended ? html`<p class="gui-notice">${scope.say(guide ? 'guide.resumed' : 'draft.found')}</p>` : nothing}
  ${filed && !ended ? alreadyFiled(scope, filed) : nothing}`;
}

/** The receipt is one press away on every page of a draft that was filed. */
function alreadyFiled(scope: FormScope, receipt: Receipt): TemplateResult {
  return html`<div class="gui-notice gui-row">
    <p>
      <strong>${referenceLine(scope.say, receipt.reference)}</strong>
    </p>
    <button type="button" class="gui-link" @click=${() => scope.filing.show(endingOf(receipt))}>
      ${scope.say('attestation.title')}
    </button>
  </div>`;
}
