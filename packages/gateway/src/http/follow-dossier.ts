import type { DossierView } from '@guichet/engine';
import type { StreamedEvent } from '../wire.js';
import { api } from '../wire.js';
import { pause } from './pause.js';
import { request, type Reach } from './request.js';
import { readStream } from './read-stream.js';
import { whenVisible } from './when-visible.js';

/** Streams that brought nothing before polling takes over, for networks that swallow streams. */
const fruitlessLimit = 3;
const longestWait = 60_000;

/**
 * Follows a dossier's events: a stream read with `fetch`, so that the capability travels in a header
 * and never in a URL, picked up after `Last-Event-ID` whenever it breaks.
 *
 * Nothing is asked while the page is hidden; on return it catches up at once. Where no stream gets
 * through, the dossier is polled and the events of its timeline that are new are told instead.
 */
export function followDossier(
  reach: Reach,
  dossier: string,
  since: number,
  onEvent: (event: StreamedEvent) => void,
): () => void {
  const over = new AbortController();
  let last = since;
  let fruitless = 0;

  function tell(streamed: StreamedEvent): void {
    if (over.signal.aborted || streamed.event.seq <= last) return;
    last = streamed.event.seq;
    onEvent(streamed);
  }

  async function run(): Promise<void> {
    while (!over.signal.aborted) {
      await whenVisible(over.signal);
      const heard = await readStream(reach, api.events(dossier), last, tell, over.signal);
      if (heard === 'forbidden') return;
      fruitless = heard === 'something' ? 0 : fruitless + 1;
      if (fruitless >= fruitlessLimit) await poll();
      await pause(Math.min(longestWait, 1000 * 2 ** fruitless), over.signal);
    }
  }

  async function poll(): Promise<void> {
    const answer = await request<DossierView>({ ...reach, retryAfter: [] }, api.dossier(dossier));
    if (answer.is === 'ok') for (const event of eventsAfter(answer.value, last)) tell(event);
  }

  void run();
  return () => over.abort();
}

/** What the timeline of a view tells of the events after `seq`; bodies stay with the service. */
function eventsAfter(view: DossierView, seq: number): StreamedEvent[] {
  return view.timeline
    .filter((line) => line.seq > seq)
    .map(({ seq: n, type, at, by }) => ({
      event: { seq: n, type, occurredAt: at, recordedAt: at, by, body: {} },
      view,
    }));
}
