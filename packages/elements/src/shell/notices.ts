import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../form/scope.js';

/** What to know before reading on: an unreviewed translation, a draft that can only be read. */
export function notices(scope: Scope, moved: string | undefined): TemplateResult {
  const { texts, readOnly } = scope.session;
  return html`${texts.reviewed ? nothing : html`<p class="gui-notice">${scope.say('language.unreviewed')}</p>`}
  ${
    moved
      ? html`<div class="gui-notice">
          <p><strong>${scope.say('moved.title')}</strong></p>
          <p>${scope.say('moved.hint')}</p>
        </div>`
      : nothing
  }
  ${readOnly ? html`<p class="gui-notice">${scope.say('moved.readOnly')}</p>` : nothing}`;
}
