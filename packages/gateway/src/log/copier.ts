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

/** Copies the log to the service. */
export interface Copier {
  sent(): number;
  /** There is something to send. */
  kick(): void;
  /** This page is the one that talks to the service. */
  lead(): void;
  /** Another page said what the service holds. */
  heard(n: number): void;
  /** Resolves when the service holds up to `n`, or an attempt to tell it has failed. */
  triedUpTo(n: number): Promise<void>;
  close(): void;
}

/** Opens a copier that is silent until it leads. */
export function openCopier(options: CopierOptions): Copier {
  const { gateway } = options;
  let sent = options.sent;
  let leads = false;
  let closed = false;
  let failures = 0;
  let running: Promise<void> | undefined;
  let wanted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function kick(): void {
    wanted = true;
    // A fault was met: a key pressed during the back-off must not knock on the same closed door.
    if (timer === undefined) start();
  }
  function start(): void {
    clearTimeout(timer);
    timer = undefined;
    if (gateway === undefined || !leads || closed) return;
    running ??= run().finally(() => {
      running = undefined;
    });
  }

  async function run(): Promise<void> {
    while (wanted && !closed) {
      wanted = false;
      if (!(await sendAll())) return retry();
    }
  }

  async function sendAll(): Promise<boolean> {
    for (;;) {
      const batch = (await options.pending(sent)).slice(0, batchSize);
      const last = batch.at(-1);
      if (last === undefined || closed) return true;
      const answer = await gateway?.appendEntries(batch);
      if (answer?.is !== 'ok' || answer.value.n <= sent) return false;
      failures = 0;
      hold(Math.min(last.n, answer.value.n));
      await options.onSent(sent);
    }
  }

  function retry(): void {
    const waits = options.retryAfter;
    const wait = waits[Math.min(failures, waits.length - 1)] ?? 60_000;
    failures += 1;
    wanted = true;
    options.onTruth();
    if (!closed) timer = setTimeout(start, wait);
  }

  function hold(n: number): void {
    if (n <= sent) return;
    sent = n;
    options.onTruth();
  }

  const stopListening = onReturnOfNetwork(start);
  return {
    sent: () => (gateway === undefined ? -1 : sent),
    kick,
    lead() {
      leads = true;
      if (wanted) kick();
    },
    heard: hold,
    async triedUpTo(n) {
      if (gateway === undefined || sent >= n) return;
      wanted = true;
      start();
      await running;
    },
    close() {
      closed = true;
      clearTimeout(timer);
      stopListening();
    },
  };
}

/** Waiting out a back-off when the line is known to be back would only worry the person. */
function onReturnOfNetwork(act: () => void): () => void {
  if (typeof addEventListener !== 'function') return () => undefined;
  addEventListener('online', act);
  return () => removeEventListener('online', act);
}
