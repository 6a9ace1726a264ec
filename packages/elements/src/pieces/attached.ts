import type { PieceView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import type { ClosingScope } from '../form/form-scope.js';
import { accept } from './accept.js';
import { give } from './chooser.js';
import { thumbnail } from './thumbnail.js';
import { size } from './size.js';

type Attached = PieceView['files'][number];

/** One file given: its name, its size, where it stands, and how to replace or remove it. */
export function attached(scope: ClosingScope, view: PieceView, file: Attached): TemplateResult {
  const { lang } = scope.session.texts;
  const percent = Math.round(file.progress * 100);
  return html`<li
    class="gui-file-line"
    data-state=${file.state}
    id=${scope.id(`/piece/${view.name}`, file.id)}
    tabindex="-1"
  >
    ${thumbnail(file.id)}<bdi class="gui-file-name" translate="no" .textContent=${file.name}></bdi>
    <span class="gui-file-size">${size(lang, file.size)}</span>
    <span
      class="gui-file-state"
      .textContent=${scope.say(`pieces.state.${stateOf(scope, file)}`)}
    ></span>
    ${
      file.state === 'sending'
        ? html`<progress
            class="gui-bar"
            max="100"
            .value=${percent}
            .ariaLabel=${scope.say('pieces.progress', { name: file.name, percent })}
          ></progress>`
        : nothing
    }
    ${scope.session.readOnly || view.askedOf !== undefined ? nothing : acts(scope, view, file)}
  </li>`;
}

/** Without a service a file chosen is kept, and waits for nothing. */
function stateOf({ session }: ClosingScope, { state }: Attached): Attached['state'] | 'onDevice' {
  return state === 'chosen' && session.canSend === false ? 'onDevice' : state;
}

function acts(scope: ClosingScope, view: PieceView, file: Attached): TemplateResult {
  const replace = scope.id(`/piece/${view.name}`, `${file.id}-replace`);
  return html`<span class="gui-row">
    <span class="gui-replace">
      <input
        class="gui-hidden"
        form="gui-none"
        type="file"
        id=${replace}
        accept=${accept(view.formats)}
        @change=${(event: Event) => {
          scope.session.detach(view.name, file.id);
          give(scope, view.name, event);
          scope.focusLater(scope.id(`/piece/${view.name}`, 'title'));
        }}
      />
      <label class="gui-link" for=${replace}
        ><span aria-hidden="true">${scope.say('replace')}</span
        ><span class="gui-hidden" translate="no"
          >${scope.say('replace.what', { name: file.name })}</span
        ></label
      >
    </span>
    <button
      type="button"
      class="gui-link"
      .ariaLabel=${scope.say('remove.what', { label: file.name })}
      @click=${() => {
        scope.session.detach(view.name, file.id);
        scope.announce(scope.say('removed', { label: file.name }));
        scope.focusLater(scope.id(`/piece/${view.name}`));
      }}
    >
      ${scope.say('remove')}
    </button>
  </span>`;
}
