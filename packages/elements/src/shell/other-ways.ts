import type { OperatorView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../form/scope.js';

/** Channels are equals: who to call, where to go and where to write, at the foot of every page. */
export function otherWays(scope: Scope): unknown {
  const { operator } = scope;
  if (!operator) return nothing;
  return html`<details class="gui-other-ways">
    <summary>${scope.say('otherWays')}</summary>
    <p>${scope.say('otherWays.hint')}</p>
    ${contact(scope, operator)}
  </details>`;
}

/** How to reach the service without this page. */
export function contact(scope: Scope, operator: OperatorView): TemplateResult {
  return html`<dl class="gui-contact" translate="no">
    <dt>${operator.service || operator.authority}</dt>
    <dd>${operator.postalAddress.map((line) => html`${line}<br />`)}</dd>
    <dt>${scope.say('operator.telephone')}</dt>
    <dd><a href="tel:${operator.telephone}" dir="ltr">${operator.telephone}</a></dd>
    <dt>${scope.say('operator.email')}</dt>
    <dd><a href="mailto:${operator.email}" dir="ltr">${operator.email}</a></dd>
    ${operator.places.map(
      (place) =>
        html`<dt>${place.name}</dt>
          <dd>
            ${place.address.map((line) => html`${line}<br />`)}
            ${Object.entries(place.hours).map(([day, hours]) => html`${scope.say(`operator.hours.${day}`)} : ${hours}<br />`)}
          </dd>`,
    )}
  </dl>`;
}
