import type { PieceView } from '@guichet/engine';
import { html, nothing } from 'lit';
import { disclosure } from '../form/disclosure.js';
import type { ClosingScope } from '../form/form-scope.js';

/** A piece that is not there can be declared missing or awaited, knowing what that costs. */
export function withoutPiece(scope: ClosingScope, view: PieceView): unknown {
  if (view.mark) return declared(scope, view);
  if (view.files.length > 0) return nothing;
  const at = `/piece/${view.name}`;
  return html`<div class="gui-doubts">
    ${disclosure(scope, {
      key: at,
      reader: `@piece/${view.name}`,
      id: scope.id(at, 'without'),
      say: scope.say('pieces.missing'),
      about: view.label,
      content: () => ways(scope, view),
    })}
  </div>`;
}

function ways(scope: ClosingScope, view: PieceView): unknown {
  const why = scope.id(`/piece/${view.name}`, 'why');
  const from = scope.id(`/piece/${view.name}`, 'from');
  return html`<p>${costOf(scope, view)}</p>
    <div class="gui-field" data-enter>
      <label class="gui-label" for=${why}>${scope.say('pieces.missingWhy')}</label>
      <p class="gui-hint" id="${why}-hint">${scope.say('pieces.missingWhy.hint')}</p>
      <p class="gui-row">
        <input
          form="gui-none"
          class="gui-input"
          type="text"
          id=${why}
          maxlength="200"
          aria-describedby="${why}-hint"
        />
        <button
          type="button"
          class="gui-second"
          @click=${(event: Event) => mark(scope, view, { is: 'missing', why: beside(event) })}
        >
          ${scope.say('pieces.missing.declare')}
        </button>
      </p>
    </div>
    <div class="gui-field" data-enter>
      <label class="gui-label" for=${from}>${scope.say('whoFrom')}</label>
      <p class="gui-hint" id="${from}-hint">${scope.say('whoFrom.hint')}</p>
      <p class="gui-row">
        <input
          form="gui-none"
          class="gui-input"
          type="text"
          id=${from}
          maxlength="200"
          aria-describedby="${from}-hint"
        />
        <button
          type="button"
          class="gui-second"
          @click=${(event: Event) => mark(scope, view, { is: 'awaited', from: beside(event) })}
        >
          ${scope.say('pieces.awaited')}
        </button>
      </p>
    </div>`;
}

/** Said before it is declared, and beside it afterwards (rules.md B6). */
function costOf(scope: ClosingScope, { cost, needed }: PieceView): string {
  return cost ?? scope.say(`pieces.cost.${needed}`);
}

function declared(scope: ClosingScope, view: PieceView): unknown {
  return html`<div class="gui-mark">
    <p
      id=${scope.id(`/piece/${view.name}`, 'mark')}
      tabindex="-1"
      .textContent=${pieceMarkWords(scope, view)}
    ></p>
    <p class="gui-hint">${costOf(scope, view)}</p>
    <button
      type="button"
      class="gui-link"
      @click=${() => {
        scope.session.markPiece(view.name, null);
        scope.focusLater(scope.id(`/piece/${view.name}`));
      }}
    >
      ${scope.say('pieces.give')}<span class="gui-hidden"> – ${view.label}</span>
    </button>
  </div>`;
}

/** "Declared missing – lost", "Awaited from: the university". */
export function pieceMarkWords(scope: ClosingScope, { mark }: PieceView): string {
  if (!mark) return '';
  if (mark.is === 'missing')
    return [scope.say('pieces.isMissing'), mark.why].filter(Boolean).join(' – ');
  return mark.from
    ? scope.say('pieces.isAwaited', { from: mark.from })
    : scope.say('mark.is.awaited');
}

function mark(
  scope: ClosingScope,
  view: PieceView,
  said: { is: 'missing' | 'awaited'; why?: string; from?: string },
): void {
  scope.opened.delete(`/piece/${view.name}`);
  scope.session.markPiece(view.name, said);
  scope.focusLater(scope.id(`/piece/${view.name}`, 'mark'));
}

function beside(event: Event): string {
  return (
    (event.currentTarget as HTMLElement).parentElement?.querySelector('input')?.value.trim() ?? ''
  );
}
