import type { PieceView } from '@guichet/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '../form/heading.js';
import type { ClosingScope } from '../form/form-scope.js';
import { watch } from '../live/watch.js';
import { attached } from './attached.js';
import { chooser } from './chooser.js';
import { paperDay } from './paper-day.js';
import { pieceKinds } from './piece-kinds.js';
import { withoutPiece } from './without-piece.js';

/** A supporting document: what it may be, what has arrived of it, or why it is not there. */
export function piece(scope: ClosingScope, name: string, isOneOfSeveral = false): unknown {
  return watch(
    scope.hub,
    () => {
      const view = scope.session.piece(name);
      return view.asked === 'no' ? nothing : drawn(scope, view, isOneOfSeveral);
    },
    `@piece/${name}`,
  );
}

/** Key under which a piece has its ids. */
export function pieceKey(name: string): string {
  return `/piece/${name}`;
}

function drawn(scope: ClosingScope, view: PieceView, isOneOfSeveral: boolean): TemplateResult {
  const at = pieceKey(view.name);
  return html`<div
    class=${view.issue ? 'gui-piece gui-field-wrong' : 'gui-piece'}
    role="group"
    aria-labelledby=${scope.id(at, 'title')}
    data-piece=${view.name}
  >
    ${heading(scope.level + (isOneOfSeveral ? 2 : 1), view.label, scope.id(at, 'title'), 'gui-section-title')}
    <p
      class="gui-piece-need"
      .textContent=${scope.say(view.asked === 'may' ? 'pieces.may' : `pieces.needed.${view.needed}`)}
    ></p>
    ${view.asked === 'may' ? html`<p class="gui-hint">${scope.say(view.isOpen ? 'pieces.open' : 'pieces.mayWhy')}</p>` : nothing}
    ${view.hint ? html`<p class="gui-hint" id=${scope.id(at, 'hint')}>${view.hint}</p>` : nothing}
    ${view.issue ? html`<p class="gui-issue" id=${scope.id(at, 'issue')} .textContent=${view.issue.message}></p>` : nothing}
    ${view.mark || view.askedOf !== undefined ? nothing : pieceKinds(scope, view)}
    ${
      view.files.length > 0
        ? html`<ul class="gui-files">
            ${repeat(
              view.files,
              ({ id }) => id,
              (file) => attached(scope, view, file),
            )}
          </ul>`
        : nothing
    }
    ${paperDay(scope, view)}
    ${view.askedOf === undefined ? ways(scope, view) : html`<p class="gui-hint">${view.askedOf}</p>`}
  </div>`;
}

/** To give it, or to say that it is not there; neither while nobody knows which papers it takes. */
function ways(scope: ClosingScope, view: PieceView): unknown {
  if (scope.session.readOnly || view.isOpen) return nothing;
  return html`${view.mark ? nothing : chooser(scope, view)}${withoutPiece(scope, view)}`;
}
