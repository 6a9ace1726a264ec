import type { Receipt } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { endingOf } from '../filing/ending.js';
import type { FormScope } from '../form/form-scope.js';
import { referenceLine } from './reference-line.js';

/** What to know before reading on: an unreviewed translation, a draft that can only be read. */
export function notices(
  scope: FormScope,
  { moved, resumed }: { readonly moved: string | undefined; readonly resumed: boolean },
  ended: boolean,
): TemplateResult {
  const { texts, readOnly, filed } = scope.session;
  return html`${texts.reviewed ? nothing : html`<p class="gui-notice">${scope.say('language.unreviewed')}</p>`}
  ${
    moved
      ? html`<div class="gui-notice">
          <p><strong>${scope.say('moved.title')}</strong></p>
          <p>${scope.say('moved.hint')}</p>
        </div>`
      : nothing
  }
  ${readOnly ? html`<p class="gui-notice">${scope.say('moved.readOnly')}</p>` : nothing}
  ${resumed && !filed && !ended ? html`<p class="gui-notice">${scope.say('draft.found')}</p>` : nothing}
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
