import type { PieceView } from '@guichet/engine';
import { html, nothing } from 'lit';
import type { ClosingScope } from '../form/form-scope.js';
import { accept } from './accept.js';
import { rememberPictures } from './thumbnail.js';
import { size } from './size.js';

/**
 * The browser's own file input (a phone offers its camera, files can be dropped on it), laid over
 * a label in the page's language, with the limits said before it.
 */
export function chooser(scope: ClosingScope, view: PieceView): unknown {
  const left = view.maxFiles - view.files.filter(({ state }) => state !== 'refused').length;
  if (left <= 0) return nothing;
  const at = `/piece/${view.name}`;
  const described = ['issue', 'hint', 'limits'].filter(
    (part) => part === 'limits' || (part === 'hint' ? view.hint : view.issue),
  );
  return html`<div class="gui-chooser">
    <p class="gui-hint" id=${scope.id(at, 'limits')}>${limits(scope, view)}</p>
    <div class="gui-drop">
      <label class="gui-second" for=${scope.id(at)}
        >${scope.say(view.files.length > 0 ? 'attach.more' : 'attach')}<span class="gui-hidden">
          – ${view.label}</span
        ></label
      >
      <input
        class="gui-file"
        form="gui-none"
        type="file"
        id=${scope.id(at)}
        accept=${accept(view.formats)}
        ?multiple=${left > 1}
        aria-describedby=${described.map((part) => scope.id(at, part)).join(' ')}
        aria-invalid=${view.issue ? 'true' : nothing}
        @change=${(event: Event) => give(scope, view.name, event)}
      />
    </div>
  </div>`;
}

/** Hands the chosen files over and empties the control: what is attached is listed, not hidden in an input. */
export function give(scope: ClosingScope, piece: string, event: Event): void {
  const input = event.target as HTMLInputElement;
  const files = [...(input.files ?? [])];
  if (files.length === 0) return;
  rememberPictures(scope, piece, files, () => scope.session.attach(piece, files));
  input.value = '';
}

function limits(scope: ClosingScope, view: PieceView): string {
  return scope.say('pieces.limits', {
    formats: view.formats.map((format) => format.toUpperCase()).join(', '),
    max: size(scope.session.texts.lang, view.maxBytes),
    files: view.maxFiles,
  });
}
