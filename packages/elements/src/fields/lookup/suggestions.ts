import type { FieldView, Suggestion } from '@guichet/engine';
import { html, nothing } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Scope } from '../../form/scope.js';
import { typed } from '../describe.js';

/** How long typing has to pause before the list is asked. */
const pause = 250;

/** Letters typed before a list is worth asking. */
const fewest = 2;

class Suggestions extends AsyncDirective {
  #text: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #found: readonly Suggestion[] = [];

  override render(scope: Scope, view: FieldView): unknown {
    const text = typed(view).trim();
    // What the page opened with was chosen or typed before.
    if (this.#text !== undefined && this.#text !== text) this.#ask(scope, view, text);
    this.#text = text;
    return this.#found.length > 0 ? this.#drawn(scope, view) : nothing;
  }

  override disconnected(): void {
    clearTimeout(this.#timer);
  }

  #ask(scope: Scope, view: FieldView, text: string): void {
    clearTimeout(this.#timer);
    if (!isTyping(scope, view) || text.length < fewest) return this.#show(scope, view, []);
    this.#timer = setTimeout(() => void this.#find(scope, view, text), pause);
  }

  async #find(scope: Scope, view: FieldView, text: string): Promise<void> {
    const session = await scope.session.whole().catch(() => undefined);
    const found = (await session?.lookUp?.(view.pointer, text)) ?? [];
    if (!this.isConnected || this.#text !== text) return;
    this.#show(scope, view, found);
    if (found.length > 0)
      scope.announce(scope.say('lookup.found', { count: found.length, label: view.label }));
  }

  #show(scope: Scope, view: FieldView, found: readonly Suggestion[]): void {
    if (found.length === 0 && this.#found.length === 0) return;
    this.#found = found;
    this.setValue(found.length > 0 ? this.#drawn(scope, view) : nothing);
  }

  #drawn(scope: Scope, view: FieldView): unknown {
    const id = scope.id(view.pointer, 'list');
    return html`<div
      class="gui-suggestions"
      @keydown=${(event: KeyboardEvent) => this.#key(event, scope, view)}
    >
      <p
        class="gui-hint"
        id=${id}
        .textContent=${scope.say('lookup.list', { label: view.label })}
      ></p>
      <ul aria-labelledby=${id}>
        ${repeat(
          this.#found,
          (one) => one,
          (one) =>
            html`<li>
              <button
                type="button"
                class="gui-link"
                translate="no"
                .textContent=${one.label}
                @click=${() => this.#choose(one, scope, view)}
              ></button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #key(event: KeyboardEvent, scope: Scope, view: FieldView): void {
    if (event.key === 'Escape') this.#close(scope, view);
  }

  #choose(one: Suggestion, scope: Scope, view: FieldView): void {
    one.fill();
    this.#close(scope, view);
  }

  /** Back to the field, where the answer can be read and typed over. */
  #close(scope: Scope, view: FieldView): void {
    clearTimeout(this.#timer);
    this.#show(scope, view, []);
    scope.focusLater(scope.id(view.pointer));
  }
}

function isTyping(scope: Scope, view: FieldView): boolean {
  return scope.root().activeElement?.id === scope.id(view.pointer);
}

/** A plain list of buttons under a text, reached with the tab key: no list that opens over the page, nothing that takes the text away. */
export const suggestions = directive(Suggestions);
