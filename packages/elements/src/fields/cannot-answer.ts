import type { FieldView, Mark } from '@guichet/engine';
import { html } from 'lit';
import { disclosure } from '../form/disclosure.js';
import type { Scope } from '../form/scope.js';
import { markWords } from './mark-words.js';

/** "I can't answer": a person who does not know must be able to say so and go on. */
export function cannotAnswer(scope: Scope, view: FieldView): unknown {
  const id = scope.id(view.pointer, 'cannot');
  return disclosure(scope, {
    key: keyOf(view),
    reader: view.pointer,
    id,
    say: scope.say('mark.open'),
    about: view.label,
    content: () => ways(scope, view, `${id}-from`),
  });
}

function ways(scope: Scope, view: FieldView, from: string): unknown {
  return html`<div role="group" aria-label=${`${scope.say('mark.open')} – ${view.label}`}>
    <p class="gui-row">
      <button type="button" class="gui-second" @click=${() => put(scope, view, { is: 'unknown' })}>
        ${scope.say('dontKnow')}
      </button>
      <button
        type="button"
        class="gui-second"
        @click=${() => put(scope, view, { is: 'refusedToSay' })}
      >
        ${scope.say('refused')}
      </button>
    </p>
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
          @click=${(event: Event) => put(scope, view, { is: 'awaited', from: neighbour(event) })}
        >
          ${scope.say('awaited')}
        </button>
      </p>
    </div>
  </div>`;
}

function put(scope: Scope, view: FieldView, mark: Omit<Mark, 'at'>): void {
  scope.opened.delete(keyOf(view));
  scope.session.mark(view.pointer, mark);
  scope.announce(`${view.label} – ${markWords(scope, { ...mark, at: '' })}`);
  scope.focusLater(scope.id(view.pointer));
}

/** Text of the input that shares a row with the button pressed. */
function neighbour(event: Event): string {
  const button = event.currentTarget as HTMLElement;
  return button.parentElement?.querySelector('input')?.value.trim() ?? '';
}

function keyOf(view: FieldView): string {
  return `cannot ${view.pointer}`;
}
