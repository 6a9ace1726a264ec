import type { FieldView, Mark } from '@guichet/engine';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { disclosure } from '../form/disclosure.js';
import type { Scope } from '../form/scope.js';
import { cannotAnswer } from './cannot-answer.js';
import { standsIn } from './describe.js';
import { markWords } from './mark-words.js';

/** What follows a control: advice, the mark that stands in for an answer, and two quiet ways out of doubt. */
export function afterword(scope: Scope, view: FieldView): unknown {
  const doubts = doubtsOf(scope, view);
  // Nearly every field of a page has neither: one part less for each of them.
  if (view.advice.length === 0 && !view.mark) return doubts;
  return html`${view.advice.length > 0 ? advice(scope, view) : nothing}${view.mark ? marked(scope, view, view.mark) : nothing}${doubts}`;
}

function doubtsOf(scope: Scope, view: FieldView): unknown {
  const unsure = view.mayBeUnknown && !scope.session.readOnly && !standsIn(view);
  if (!view.why && !unsure) return nothing;
  return html`<div class="gui-doubts">
    ${why(scope, view)}${unsure ? cannotAnswer(scope, view) : nothing}
  </div>`;
}

function advice(scope: Scope, view: FieldView): unknown {
  return html`<div class="gui-advice" id=${scope.id(view.pointer, 'advice')}>
    ${repeat(
      view.advice,
      (text) => text,
      (text) => html`<p .textContent=${text}></p>`,
    )}
  </div>`;
}

function marked(scope: Scope, view: FieldView, mark: Mark): unknown {
  return html`<div class="gui-mark">
    <p id=${scope.id(view.pointer, 'mark')} .textContent=${markWords(scope, mark)}></p>
    ${
      scope.session.readOnly || !standsIn(view)
        ? nothing
        : html`<button type="button" class="gui-link" @click=${() => answerAfterAll(scope, view)}>
            ${scope.say('mark.remove')}<span class="gui-hidden"> – ${view.label}</span>
          </button>`
    }
  </div>`;
}

function answerAfterAll(scope: Scope, view: FieldView): void {
  scope.session.mark(view.pointer, null);
  scope.focusLater(scope.id(view.pointer));
}

function why(scope: Scope, view: FieldView): unknown {
  if (!view.why) return nothing;
  return disclosure(scope, {
    key: `why ${view.pointer}`,
    reader: view.pointer,
    id: scope.id(view.pointer, 'why'),
    say: scope.say('why'),
    about: view.label,
    content: () => html`<p>${view.why}</p>`,
  });
}
