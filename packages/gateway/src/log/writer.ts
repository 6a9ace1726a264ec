import type { DraftChange, DraftEntry } from '@guichet/engine';
import type { LocalStore } from '../store/local-store.js';

export interface WriterOptions {
  readonly store: LocalStore | undefined;
  readonly draft: string;
  readonly device: string;
  readonly now: () => string;
  readonly n: number;
  /** ISO instant of the last entry, when there is one. */
  readonly at?: string | undefined;
}

export interface Writer {
  /** Resolves once the changes are on this device, or are known not to be able to get there. */
  append(
    changes: readonly DraftChange[],
  ): Promise<{ readonly device: boolean; readonly n: number }>;
  entriesAfter(n: number): Promise<readonly DraftEntry[]>;
  /** Number of the last entry. */
  last(): number;
  /** Everything appended is on this device. */
  isKept(): boolean;
  /** ISO instant of the last change. */
  at(): string;
  catchUp(n: number): void;
  settled(): Promise<void>;
}

interface Waiting {
  readonly changes: readonly DraftChange[];
  readonly done: (answer: { device: boolean; n: number }) => void;
}

/**
 * Writes to this device, in order, one transaction at a time: what arrives during one goes together
 * in the next, so that typing fast costs few of them and each is started at once.
 *
 * When the device refuses (full, evicted), entries stay in memory, are offered to the service, and
 * are tried again here with each later one.
 */
export function openWriter(options: WriterOptions): Writer {
  let waiting: Waiting[] = [];
  let homeless: DraftEntry[] = [];
  let last = options.n;
  let at = options.at ?? options.now();
  let running: Promise<void> | undefined;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const device = await keep(batch.flatMap((one) => one.changes));
      for (const one of batch) one.done({ device, n: last });
    }
    running = undefined;
  }

  async function keep(changes: readonly DraftChange[]): Promise<boolean> {
    at = options.now();
    const by = { device: options.device, at };
    try {
      if (options.store === undefined) throw new Error('nothing is kept on this device');
      if (homeless.length > 0) await options.store.restore(options.draft, homeless);
      homeless = [];
      const entries = await options.store.append(options.draft, changes, by);
      last = entries.at(-1)?.n ?? last;
      return true;
    } catch {
      homeless.push(
        ...changes.map((one, index): DraftEntry => ({ n: last + index + 1, ...by, ...one })),
      );
      last += changes.length;
      return false;
    }
  }

  return {
    append(changes) {
      return new Promise((done) => {
        waiting.push({ changes, done });
        running ??= drain();
      });
    },
    async entriesAfter(n) {
      const kept = (await options.store?.entries(options.draft, n).catch(() => [])) ?? [];
      return [...kept, ...homeless.filter((entry) => entry.n > n)];
    },
    last: () => last,
    isKept: () => options.store !== undefined && homeless.length === 0 && waiting.length === 0,
    at: () => at,
    catchUp: (n) => void (last = Math.max(last, n)),
    settled: async () => running,
  };
}
