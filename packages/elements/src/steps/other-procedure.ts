import { html, nothing } from 'lit';
import type { ClosingScope } from '../form/form-scope.js';
import { watch } from '../live/watch.js';

const key = '@exit';

/** The way to the procedure that suits better, with the answers that may go along. */
export function otherProcedure(scope: ClosingScope, procedure: string): unknown {
  return watch(
    scope.hub,
    () => {
      const carried = scope.session.carried();
      const goes = Object.keys(carried.answers).length > 0;
      return html`<div class="gui-other">
        ${goes ? html`<p>${scope.say('exit.carry')}</p>` : nothing}
        <p class="gui-row">
          <button
            type="button"
            class="gui-main"
            data-act="exit"
            @click=${() => void leave(scope, procedure)}
            .textContent=${scope.say('exit.open')}
          ></button>
        </p>
        ${
          scope.opened.has(key)
            ? html`<div class="gui-warning" role="alert"><p>${scope.say('exit.failed')}</p></div>`
            : nothing
        }
      </div>`;
    },
    key,
    '@step',
  );
}

/** What cannot be opened leaves everything where it is, and says so. */
async function leave(scope: ClosingScope, procedure: string): Promise<void> {
  if (scope.opened.has(key)) scope.toggle(key, key);
  try {
    await scope.openOther?.({ procedure, ...scope.session.carried() });
  } catch {
    if (!scope.opened.has(key)) scope.toggle(key, key);
  }
}
