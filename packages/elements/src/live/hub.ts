/** What draws again when a key is touched. */
export interface Reader {
  redraw(): void;
}

/**
 * Tells each part of the page that what it shows has changed.
 *
 * Keys are those of the session's changed sets: pointers, `@save`, `@piece/<name>`…
 * A change costs as much as it has readers, whatever the size of the form.
 */
export class Hub {
  /** Nearly every key has one reader: kept bare, it takes a fifth of what a set of one takes. */
  readonly #readers = new Map<string, Reader | ReadonlySet<Reader>>();

  /** Redraws `reader` whenever one of `keys` is touched, until it is forgotten. */
  listen(keys: readonly string[], reader: Reader): void {
    for (const key of keys) {
      const before = this.#readersOf(key);
      this.#readers.set(key, before.size === 0 ? reader : new Set([...before, reader]));
    }
  }

  /** Ends what `listen` began. */
  forget(keys: readonly string[], reader: Reader): void {
    for (const key of keys) {
      const left = new Set(this.#readersOf(key));
      left.delete(reader);
      const [only] = left;
      if (only === undefined) this.#readers.delete(key);
      else this.#readers.set(key, left.size === 1 ? only : left);
    }
  }

  /** Redraws every reader of `keys` once. */
  touch(keys: Iterable<string>): void {
    const due = new Set<Reader>();
    for (const key of keys) this.#readersOf(key).forEach((reader) => due.add(reader));
    due.forEach((reader) => reader.redraw());
  }

  #readersOf(key: string): ReadonlySet<Reader> {
    const found = this.#readers.get(key);
    if (found === undefined) return new Set();
    return found instanceof Set ? (found as ReadonlySet<Reader>) : new Set([found as Reader]);
  }
}
