import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from '../live/keyed.js';
import { connector } from '../connector.js';
import type { GuichetStatus } from './guichet-status.js';
import { outsideWords } from './outside-words.js';
import { statusPage } from './status-page.js';
import { StatusRun } from './status-run.js';

/** All that a `<guichet-status>` needs once one is in a page. */
export { adoptStatusSheet } from './adopt-status-sheet.js';
export { StatusRun };

/** Opens what the element names: a connection of the host's, or what the connector brings. */
export function startStatus(element: GuichetStatus, run: StatusRun): void {
  const { src, api, dossier, capability, connection } = element;
  if (connection) return run.use(connection);
  if (!src) return;
  const asked = element.lang || document.documentElement.lang || 'fr';
  const lang = connector().chosenLanguage?.(src) ?? asked;
  if (lang !== asked) element.lang = lang;
  const request = { src, api, lang, dossier, ...(capability && { capability }) };
  void run.connect(() => connector().openStatus(request), asked);
}

/** The dossier once it is open; before, that it is on its way or that it could not be reached. */
export function statusView(
  element: GuichetStatus,
  run: StatusRun,
  again: () => void,
): TemplateResult {
  const { scope } = run;
  if (!scope) return outside(element, run.failed, again);
  const { lang, dir } = scope.texts;
  return html`<div class="gui-root gui-st" lang=${lang} dir=${dir}>
    <p class="gui-live gui-hidden" role="status"></p>
    ${keyed(lang, statusPage(scope))}
  </div>`;
}

function outside(element: GuichetStatus, failed: boolean, again: () => void): TemplateResult {
  const words = outsideWords(element.lang || document.documentElement.lang);
  return html`<div class="gui-root gui-st" lang=${words.lang} dir=${words.dir}>
    <p
      class=${failed ? 'gui-warning' : 'gui-loading'}
      role="status"
      .textContent=${failed ? words.failed : words.loading}
    ></p>
    ${
      failed
        ? html`<button type="button" class="gui-second" @click=${again}>${words.retry}</button>`
        : nothing
    }
  </div>`;
}
