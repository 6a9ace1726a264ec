import type { DraftChange, DraftEntry } from '@guichet/engine';
import type { LocalStore } from '../store/local-store.js';

export interface WriterOptions {
  readonly store: LocalStore | undefined;
  readonly draft: string;
  readonly device: string;
  readonly now: () => string;
  /** Number of the last entry. */
  readonly n: number;
  /** Entries that are on no device. */
  readonly homeless?: readonly DraftEntry[];
  /** ISO instant of the last entry, when there is one. */
  readonly at?: string | undefined;
}

/** What an append came to: whether this device keeps it, and the number of the last entry. */
export interface Written {
  readonly device: boolean;
  readonly n: number;
}

interface Waiting {
  readonly changes: readonly DraftChange[];
  readonly done: (written: Written) => void;
}

/**
 * Writes to this device, in order, one transaction at a time: what arrives during one goes together
 * in the next, so that typing fast costs few of them and each is started at once.
 *
 * When the device refuses (full, evicted), entries stay in memory, are offered to the service, and
 * are tried again here with each later one.
 */
export class Writer {
  /** Number of the last entry. */
  last: number;
  /** ISO instant of the last change. */
  at: string;
  readonly #options: WriterOptions;
  #waiting: Waiting[] = [];
  #homeless: DraftEntry[];
  #running: Promise<void> | undefined;

  constructor(options: WriterOptions) {
    this.#options = options;
    this.#homeless = [...(options.homeless ?? [])];
    this.last = options.n;
    this.at = options.at ?? options.now();
  }

  /** Everything appended is on this device. */
  get isKept(): boolean {
    const isIdle = this.#homeless.length === 0 && this.#waiting.length === 0;
    return this.#options.store !== undefined && isIdle;
  }

  /** Resolves once the changes are on this device, or are known not to be able to get there. */
  append(changes: readonly DraftChange[]): Promise<Written> {
    return new Promise((done) => {
      this.#waiting.push({ changes, done });
      this.#running ??= this.#drain();
    });
  }

  /** Entries numbered above `n`, kept or not. */
  async entriesAfter(n: number): Promise<readonly DraftEntry[]> {
    const { store, draft } = this.#options;
    const kept = (await store?.entries(draft, n).catch(() => [])) ?? [];
    return [...kept, ...this.#homeless.filter((entry) => entry.n > n)];
  }

  /** Another page has appended up to `n`. */
  catchUp(n: number): void {
    this.last = Math.max(this.last, n);
  }

  async settled(): Promise<void> {
    await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      const device = await this.#keep(batch.flatMap((one) => one.changes));
      for (const one of batch) one.done({ device, n: this.last });
    }
    this.#running = undefined;
  }

  async #keep(changes: readonly DraftChange[]): Promise<boolean> {
    const { store, draft, device, now } = this.#options;
    this.at = now();
    const by = { device, at: this.at };
    try {
      if (store === undefined) throw new Error('nothing is kept on this device');
      if (this.#homeless.length > 0) await store.restore(draft, this.#homeless);
      this.#homeless = [];
      const entries = await store.append(draft, changes, by);
      this.last = entries.at(-1)?.n ?? this.last;
      return true;
    } catch {
      const first = this.last + 1;
      const entries = changes.map((one, index): DraftEntry => ({
        n: first + index,
        ...by,
        ...one,
      }));
      this.#homeless.push(...entries);
      this.last += changes.length;
      return false;
    }
  }
}
