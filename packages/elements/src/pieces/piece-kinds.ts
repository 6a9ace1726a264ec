import type { PieceView } from '@guichet/engine';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ClosingScope } from '../form/form-scope.js';

/** Which of the papers that will do is given. */
export function pieceKinds(scope: ClosingScope, view: PieceView): unknown {
  if (view.kinds.length < 2) return nothing;
  const at = `/piece/${view.name}`;
  return html`<fieldset class="gui-fieldset" role="radiogroup">
    <legend class="gui-label">
      ${scope.say('pieces.kind')}<span class="gui-hidden"> – ${view.label}</span>
    </legend>
    <div class="gui-options">
      ${view.kinds.map(
        ({ value, label }) =>
          html`<div class="gui-option">
            <input
              class="gui-radio"
              form="gui-none"
              type="radio"
              id=${scope.id(at, `kind-${value}`)}
              name=${scope.id(at, 'kind')}
              ?disabled=${scope.session.readOnly}
              .checked=${live(view.kind === value)}
              @change=${() => scope.session.choosePieceKind(view.name, String(value))}
            />
            <label class="gui-option-label" for=${scope.id(at, `kind-${value}`)}>${label}</label>
          </div>`,
      )}
    </div>
  </fieldset>`;
}
