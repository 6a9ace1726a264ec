import type { Pointer } from '@guichet/procedure';
import type { Scope } from './scope.js';

/**
 * Tells the session that focus left a field, and says aloud what then appears.
 *
 * While a pointer is down it waits: an issue drawn between press and release
 * would move the button from under the finger and the click would be lost.
 */
export class Leaving {
  readonly #scope: Scope;
  readonly #said = new Set<string>();
  #pressed = false;
  #waiting: Pointer[] = [];

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  readonly onPress = (): void => {
    this.#pressed = true;
    const release = (): void => {
      removeEventListener('pointerup', release);
      removeEventListener('pointercancel', release);
      setTimeout(() => this.#release());
    };
    addEventListener('pointerup', release);
    addEventListener('pointercancel', release);
  };

  readonly onFocusOut = (event: FocusEvent): void => {
    const from = event.composedPath()[0];
    const field = from instanceof Element ? from.closest<HTMLElement>('[data-pointer]') : null;
    const pointer = field?.dataset['pointer'];
    if (pointer === undefined || field?.contains(event.relatedTarget as Node | null)) return;
    if (this.#pressed) this.#waiting.push(pointer);
    else this.#leave(pointer);
  };

  #release(): void {
    this.#pressed = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    waiting.forEach((pointer) => this.#leave(pointer));
  }

  #leave(pointer: Pointer): void {
    const { session } = this.#scope;
    const before = session.field(pointer).issue?.message;
    session.leave(pointer);
    const { issue, advice } = session.field(pointer);
    if (issue && issue.message !== before) this.#scope.announce(issue.message);
    for (const text of advice) {
      if (!this.#said.has(text)) this.#scope.announce(text);
      this.#said.add(text);
    }
  }
}
