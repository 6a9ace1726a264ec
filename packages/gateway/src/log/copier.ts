import type { DraftEntry } from '@guichet/engine';
import type { Gateway } from '../gateway.js';

/** Entries in one request: small enough to pass on a bad line, large enough to catch up quickly. */
const batchSize = 200;

export interface CopierOptions {
  readonly gateway: Pick<Gateway, 'appendEntries'> | undefined;
  readonly retryAfter: readonly number[];
  readonly sent: number;
  readonly pending: (after: number) => Promise<readonly DraftEntry[]>;
  readonly onSent: (n: number) => Promise<void>;
  readonly onTruth: () => void;
}

/** Copies the log to the service, in order, again until it holds it; silent until it leads. */
export class Copier {
  readonly #options: CopierOptions;
  readonly #stopListening: () => void;
  #sent: number;
  #leads = false;
  #closed = false;
  #failures = 0;
  #wanted = false;
  #running: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CopierOptions) {
    this.#options = options;
    this.#sent = options.sent;
    this.#stopListening = onReturnOfNetwork(() => this.#start());
  }

  /** Number of the last entry that the service holds; below all of them when there is no service. */
  get sent(): number {
    return this.#options.gateway === undefined ? -1 : this.#sent;
  }

  /** There is something to send. During a back-off it waits: a key pressed must not knock on the same closed door. */
  kick(): void {
    this.#wanted = true;
    if (this.#timer === undefined) this.#start();
  }

  /** This page is the one that talks to the service. */
  lead(): void {
    this.#leads = true;
    if (this.#wanted) this.kick();
  }

  /** The service holds up to `n`, as it said itself or as another page says. */
  hold(n: number): void {
    if (n <= this.#sent) return;
    this.#sent = n;
    this.#options.onTruth();
  }

  /** Resolves when the service holds up to `n`, or an attempt to tell it has failed. */
  async triedUpTo(n: number): Promise<void> {
    if (this.#options.gateway === undefined || this.#sent >= n) return;
    this.#wanted = true;
    this.#start();
    await this.#running;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#stopListening();
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#options.gateway === undefined || !this.#leads || this.#closed) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  async #run(): Promise<void> {
    while (this.#wanted && !this.#closed) {
      this.#wanted = false;
      if (!(await this.#sendAll())) return this.#retry();
    }
  }

  async #sendAll(): Promise<boolean> {
    for (;;) {
      const batch = (await this.#options.pending(this.#sent)).slice(0, batchSize);
      const last = batch.at(-1);
      if (last === undefined || this.#closed) return true;
      const answer = await this.#options.gateway?.appendEntries(batch);
      if (answer?.is !== 'ok' || answer.value.n <= this.#sent) return false;
      this.#failures = 0;
      this.hold(Math.min(last.n, answer.value.n));
      await this.#options.onSent(this.#sent);
    }
  }

  #retry(): void {
    const waits = this.#options.retryAfter;
    const wait = waits[Math.min(this.#failures, waits.length - 1)] ?? 60_000;
    this.#failures += 1;
    this.#wanted = true;
    this.#options.onTruth();
    if (!this.#closed) this.#timer = setTimeout(() => this.#start(), wait);
  }
}

/** Waiting out a back-off when the line is known to be back would only worry the person. */
function onReturnOfNetwork(act: () => void): () => void {
  if (typeof addEventListener !== 'function') return () => undefined;
  addEventListener('online', act);
  return () => removeEventListener('online', act);
}
