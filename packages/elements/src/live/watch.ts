import { noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { Hub, Reader } from './hub.js';

class Watch extends AsyncDirective implements Reader {
  #hub?: Hub;
  #keys: readonly string[] = [];
  #draw: () => unknown = () => noChange;

  override render(hub: Hub, draw: () => unknown, ...keys: readonly string[]): unknown {
    if (this.#hub === hub && sameKeys(this.#keys, keys)) return noChange;
    this.#hub?.forget(this.#keys, this);
    this.#hub = hub;
    this.#keys = keys;
    this.#draw = draw;
    hub.listen(keys, this);
    return draw();
  }

  redraw(): void {
    this.setValue(this.#draw());
  }

  protected override disconnected(): void {
    this.#hub?.forget(this.#keys, this);
  }

  protected override reconnected(): void {
    this.#hub?.listen(this.#keys, this);
    this.redraw();
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
