import { Directive, directive, type ChildPart } from 'lit/directive.js';
import { clearPart, setCommittedValue } from 'lit/directive-helpers.js';

class Keyed extends Directive {
  #key: unknown;

  override render(_key: unknown, value: unknown): unknown {
    return value;
  }

  override update(part: ChildPart, [key, value]: [unknown, unknown]): unknown {
    if (key !== this.#key) {
      // Lit's own `keyed` forgets the value before it is cleared: the watchers inside are then never
      // disconnected, go on listening, and draw into what the page no longer holds.
      clearPart(part);
      setCommittedValue(part);
      this.#key = key;
    }
    return value;
  }
}

/**
 * Draws `value` anew, in new elements, whenever `key` changes, and stops every
 * watcher of what stood there.
 */
export const keyed = directive(Keyed);
