import type { DraftChange, DraftEntry, Saved } from '@guichet/engine';
import { randomCode } from '../identity.js';
import { openCopier } from './copier.js';
import type { DraftLog, DraftLogOptions } from './draft-log.js';
import { listeners } from './listeners.js';
import { openTabs } from './tabs.js';
import { openWriter } from './writer.js';

/**
 * Opens the log of one draft: each change goes to this device at once, then to the service.
 *
 * `append` resolves as soon as one place has it for good. What the service has not said it holds is
 * sent again, in order, for as long as the page is open and at the next opening; `onSaved` tells
 * whenever the truth changes. Several pages may be open on one draft: one of them (the holder of a
 * Web Lock) talks to the service for all, and each is told what the others append.
 */
export async function openDraftLog(options: DraftLogOptions): Promise<DraftLog> {
  const { store, draft } = options;
  const device = options.device ?? randomCode(10);
  const clock = options.clock ?? { now: () => new Date() };
  const savedListeners = listeners<Saved>();
  const entryListeners = listeners<readonly DraftEntry[]>();
  const stored = await store?.draft(draft);

  const writer = openWriter({
    store,
    draft,
    device,
    now: () => clock.now().toISOString(),
    n: stored?.n ?? options.n ?? 0,
    at: stored?.touchedAt,
  });
  const copier = openCopier({
    gateway: options.gateway,
    retryAfter: options.retryAfter ?? [1000, 2000, 5000, 15_000, 30_000, 60_000],
    sent: stored?.sent ?? options.n ?? 0,
    pending: (after) => writer.entriesAfter(after),
    async onSent(n) {
      await store?.markSent(draft, n).catch(() => undefined);
      tabs.sent(n);
    },
    onTruth: tellSaved,
  });
  let seen = writer.last();
  const tabs = openTabs(draft, {
    onLead: () => copier.lead(),
    onAppended: () => void follow(),
    onSent: (n) => copier.heard(n),
  });

  function saved(): Saved {
    return { device: writer.isKept(), service: copier.sent() >= writer.last(), at: writer.at() };
  }
  function tellSaved(): void {
    savedListeners.tell(saved());
  }
  /** Reads what another page appended, and takes it along to the service when this page is the one that talks. */
  async function follow(): Promise<void> {
    const fresh = (await store?.entries(draft, seen)) ?? [];
    const others = fresh.filter((entry) => entry.n > seen && entry.device !== device);
    seen = Math.max(seen, fresh.at(-1)?.n ?? 0);
    writer.catchUp(seen);
    if (others.length > 0) entryListeners.tell(others);
    copier.kick();
  }

  if (stored !== undefined && stored.sent < stored.n) copier.kick();
  return {
    device,
    saved,
    async append(changes: readonly DraftChange[]) {
      const written = await writer.append(changes);
      if (written.device) tabs.appended();
      copier.kick();
      if (!written.device) await copier.triedUpTo(written.n);
      const truth = saved();
      savedListeners.tell(truth);
      return truth;
    },
    onSaved(listener) {
      const stop = savedListeners.add(listener);
      // What an earlier page wrote is safe already: a listener must not have to wait for the next key to know.
      if (writer.last() > 0) queueMicrotask(() => listener(saved()));
      return stop;
    },
    onEntries: entryListeners.add,
    entries: () => writer.entriesAfter(0),
    async settled() {
      await writer.settled();
      await copier.triedUpTo(writer.last());
    },
    close() {
      tabs.close();
      copier.close();
    },
  };
}
