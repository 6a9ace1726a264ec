import { html, nothing } from 'lit';
import type { StatusScope } from './status-scope.js';

/** Who to write to, call or visit: channels are equals, and this stays on paper too. */
export function serviceContact({ operator, say }: StatusScope): unknown {
  if (!operator) return nothing;
  return html`<details class="gui-other-ways">
    <summary>${say('status.contact')}</summary>
    <dl class="gui-contact" translate="no">
      <dt>${operator.authority}</dt>
      <dd>
        ${operator.service}<br />
        ${operator.postalAddress.map((line) => html`${line}<br />`)}
      </dd>
      <dt>${say('operator.telephone')}</dt>
      <dd><a href=${`tel:${operator.telephone}`} dir="ltr">${operator.telephone}</a></dd>
      <dt>${say('operator.email')}</dt>
      <dd><a href=${`mailto:${operator.email}`} dir="ltr">${operator.email}</a></dd>
    </dl>
  </details>`;
}
