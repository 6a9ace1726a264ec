/**
 * Tells each part of the page that what it shows has changed.
 *
 * Keys are those of the session's changed sets: pointers, `@save`, `@piece/<name>`…
 * A change costs as much as it has readers, whatever the size of the form.
 */
export class Hub {
  readonly #readers = new Map<string, Set<() => void>>();

  /** Calls `redraw` whenever one of `keys` is touched; the answer stops it. */
  listen(keys: readonly string[], redraw: () => void): () => void {
    for (const key of keys) {
      const readers = this.#readers.get(key);
      if (readers) readers.add(redraw);
      else this.#readers.set(key, new Set([redraw]));
    }
    return () => {
      for (const key of keys) this.#forget(key, redraw);
    };
  }

  /** Redraws every reader of `keys` once. */
  touch(keys: Iterable<string>): void {
    const due = new Set<() => void>();
    for (const key of keys) this.#readers.get(key)?.forEach((redraw) => due.add(redraw));
    due.forEach((redraw) => redraw());
  }

  #forget(key: string, redraw: () => void): void {
    const readers = this.#readers.get(key);
    readers?.delete(redraw);
    if (readers?.size === 0) this.#readers.delete(key);
  }
}
