import type { FeeView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../form/heading.js';
import type { Scope } from '../form/scope.js';

/** What will have to be paid, what may be added, and under which text. */
export function feesBox(scope: Scope, fees: FeeView): TemplateResult {
  return html`<div class="gui-section">
    ${heading(scope.level + 1, scope.say('fees.title'), scope.id('/fees'), 'gui-section-title')}
    ${
      fees.lines.length === 0
        ? html`<p>${scope.say('fees.none')}</p>`
        : html`<ul class="gui-fees">
              ${fees.lines.map(
                ({ certain, label, cents, source }) =>
                  html`<li>
                    <span
                      .textContent=${scope.say(certain ? 'fees.line' : 'fees.may', { label, cents })}
                    ></span>
                    ${source ? html`<small class="gui-hint">${scope.say('fees.source', { source })}</small>` : nothing}
                  </li>`,
              )}
            </ul>
            <p><strong .textContent=${scope.say('fees.total', { cents: fees.total })}></strong></p>
            <p class="gui-hint">${scope.say('fees.when')}</p>`
    }
  </div>`;
}
