import { html, nothing } from 'lit';
import type { FormScope } from '../form/form-scope.js';
import { watch } from '../live/watch.js';
import { closing } from '../steps/load-closing-pages.js';

const key = '@restore';

/** A quiet way back to answers that were downloaded as a file; what it opens is loaded when it is pressed. */
export function restoreLink(scope: FormScope): unknown {
  if (!scope.restore) return nothing;
  return watch(scope.hub, () => drawn(scope), key);
}

function drawn(scope: FormScope): unknown {
  const open = scope.opened.has(key);
  const id = scope.id(`/${key}`, 'panel');
  return html`<div class="gui-restore gui-screen-only">
    <button
      type="button"
      class="gui-link"
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls=${open ? id : nothing}
      @click=${() => scope.toggle(key, key)}
      .textContent=${scope.say('restore')}
    ></button>
    ${
      open
        ? html`<div class="gui-disclosed" id=${id}>
            ${closing(
              scope,
              (pages) => pages.restorePanel(scope),
              () => scope.hub.touch([key]),
            )}
          </div>`
        : nothing
    }
  </div>`;
}
