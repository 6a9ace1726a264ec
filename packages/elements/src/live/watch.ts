import { noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { Hub } from './hub.js';

class Watch extends AsyncDirective {
  #hub?: Hub;
  #keys: readonly string[] = [];
  #draw: () => unknown = () => noChange;
  #stop?: () => void;

  override render(hub: Hub, draw: () => unknown, ...keys: readonly string[]): unknown {
    if (this.#hub === hub && sameKeys(this.#keys, keys)) return noChange;
    this.#stop?.();
    this.#hub = hub;
    this.#keys = keys;
    this.#draw = draw;
    this.#listen();
    return draw();
  }

  protected override disconnected(): void {
    this.#stop?.();
  }

  protected override reconnected(): void {
    this.#listen();
    this.setValue(this.#draw());
  }

  #listen(): void {
    this.#stop = this.#hub?.listen(this.#keys, () => this.setValue(this.#draw()));
  }
}

/**
 * Draws one part of the page and redraws it alone when one of its keys is touched.
 *
 * When the template around it runs again with the same keys it is left as it is:
 * `draw` therefore reads everything it needs itself, never from its surroundings.
 *
 * @example html`${watch(hub, () => html`<p .textContent=${session.save().sentence}></p>`, '@save')}`
 */
export const watch = directive(Watch);

function sameKeys(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index]);
}
