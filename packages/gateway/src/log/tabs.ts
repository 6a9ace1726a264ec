/** What pages on one draft tell each other. */
type Said = { readonly is: 'appended' } | { readonly is: 'sent'; readonly n: number };

export interface TabEvents {
  /** This page is now the one that talks to the service. */
  onLead(): void;
  onAppended(): void;
  onSent(n: number): void;
}

/**
 * Joins the pages of this browser that are open on one draft.
 *
 * The holder of a Web Lock leads; the browser hands the lock on when its page goes, crashed or not.
 * Without locks or channels (an insecure page) each page leads: the service ignores what it holds
 * already, so that costs traffic, never an answer.
 */
export function openTabs(
  draft: string,
  events: TabEvents,
): { appended(): void; sent(n: number): void; close(): void } {
  const name = `guichet-draft-${draft}`;
  const closing = new AbortController();
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  const locks = globalThis.navigator?.locks;

  channel?.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if (data.is === 'appended') events.onAppended();
    else events.onSent(data.n);
  });
  // In Node a channel would keep the process alive after the last test.
  (channel as { unref?: () => void } | undefined)?.unref?.();

  if (locks === undefined) events.onLead();
  else void lead(locks, name, closing.signal, events).catch(() => undefined);

  function say(said: Said): void {
    // A write that was under way when the page closed its log has nobody to tell.
    if (!closing.signal.aborted) channel?.postMessage(said);
  }
  return {
    appended: () => say({ is: 'appended' }),
    sent: (n) => say({ is: 'sent', n }),
    close() {
      closing.abort();
      channel?.close();
    },
  };
}

/** Waits for the lock, then holds it until `signal` is aborted. */
function lead(
  locks: LockManager,
  name: string,
  signal: AbortSignal,
  events: TabEvents,
): Promise<unknown> {
  return locks.request(name, { signal }, () => {
    events.onLead();
    return new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  });
}
