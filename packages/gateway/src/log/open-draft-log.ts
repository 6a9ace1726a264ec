import type { DraftChange, DraftEntry, Saved } from '@guichet/engine';
import { randomCode } from '../identity.js';
import type { StoredDraft } from '../store/local-store.js';
import { Copier } from './copier.js';
import type { DraftLog, DraftLogOptions } from './draft-log.js';
import { listeners } from './listeners.js';
import { openTabs } from './tabs.js';
import { Writer } from './writer.js';

const retryAfter = [1000, 2000, 5000, 15_000, 30_000, 60_000];

/**
 * Opens the log of one draft: each change goes to this device at once, then to the service.
 *
 * `append` resolves as soon as one place has it for good. What the service has not said it holds is
 * sent again, in order, for as long as the page is open and at the next opening; `onSaved` tells
 * whenever the truth changes. Several pages may be open on one draft: one of them (the holder of a
 * Web Lock) talks to the service for all, and each is told what the others append.
 */
export async function openDraftLog(options: DraftLogOptions): Promise<DraftLog> {
  return new Log(options, await options.store?.draft(options.draft));
}

class Log implements DraftLog {
  readonly device: string;
  readonly #options: DraftLogOptions;
  readonly #writer: Writer;
  readonly #copier: Copier;
  readonly #tabs: ReturnType<typeof openTabs>;
  readonly #savedListeners = listeners<Saved>();
  readonly #entryListeners = listeners<readonly DraftEntry[]>();
  /** Number of the last entry read back for other pages' sake. */
  #seen: number;

  constructor(options: DraftLogOptions, stored: StoredDraft | undefined) {
    const { store, draft, entries = [], clock = { now: () => new Date() } } = options;
    this.#options = options;
    this.device = options.device ?? randomCode(10);
    this.#writer = new Writer({
      store,
      draft,
      device: this.device,
      now: () => clock.now().toISOString(),
      n: stored?.n ?? entries.at(-1)?.n ?? options.n ?? 0,
      homeless: entries,
      at: stored?.touchedAt,
    });
    this.#seen = this.#writer.last;
    this.#copier = new Copier({
      gateway: options.gateway,
      retryAfter: options.retryAfter ?? retryAfter,
      sent: stored?.sent ?? (entries.length > 0 ? 0 : (options.n ?? 0)),
      pending: (after) => this.#writer.entriesAfter(after),
      onSent: (n) => this.#sent(n),
      onTruth: () => this.#savedListeners.tell(this.saved()),
    });
    this.#tabs = openTabs(draft, {
      onLead: () => this.#copier.lead(),
      onAppended: () => void this.#follow(),
      onSent: (n) => this.#copier.hold(n),
    });
    if (this.#copier.sent < this.#writer.last) this.#copier.kick();
  }

  saved(): Saved {
    const { isKept: device, last, at } = this.#writer;
    return { device, service: this.#copier.sent >= last, at };
  }

  async append(changes: readonly DraftChange[]): Promise<Saved> {
    const written = await this.#writer.append(changes);
    if (written.device) this.#tabs.appended();
    this.#copier.kick();
    if (!written.device) await this.#copier.triedUpTo(written.n);
    const truth = this.saved();
    this.#savedListeners.tell(truth);
    return truth;
  }

  onSaved(listener: (saved: Saved) => void): () => void {
    const stop = this.#savedListeners.add(listener);
    // What an earlier page wrote is safe already: a listener must not have to wait for the next key to know.
    if (this.#writer.last > 0) queueMicrotask(() => listener(this.saved()));
    return stop;
  }

  onEntries(listener: (entries: readonly DraftEntry[]) => void): () => void {
    return this.#entryListeners.add(listener);
  }

  entries(): Promise<readonly DraftEntry[]> {
    return this.#writer.entriesAfter(0);
  }

  async settled(): Promise<void> {
    await this.#writer.settled();
    await this.#copier.triedUpTo(this.#writer.last);
  }

  close(): void {
    this.#tabs.close();
    this.#copier.close();
  }

  async #sent(n: number): Promise<void> {
    await this.#options.store?.markSent(this.#options.draft, n).catch(() => undefined);
    this.#tabs.sent(n);
  }

  /** Reads what another page appended, and takes it along to the service when this page is the one that talks. */
  async #follow(): Promise<void> {
    const { store, draft } = this.#options;
    const fresh = (await store?.entries(draft, this.#seen)) ?? [];
    const others = fresh.filter((entry) => entry.n > this.#seen && entry.device !== this.device);
    this.#seen = Math.max(this.#seen, fresh.at(-1)?.n ?? 0);
    this.#writer.catchUp(this.#seen);
    if (others.length > 0) this.#entryListeners.tell(others);
    this.#copier.kick();
  }
}
