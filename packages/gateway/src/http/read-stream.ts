import { createParser } from 'eventsource-parser';
import type { StreamedEvent } from '../wire.js';
import { headersOf, type Reach } from './request.js';
import { whenHidden } from './when-visible.js';

/** The service sends a comment every 15 s: three missed, and the line is dead though nobody said so. */
const silence = 45_000;

/**
 * Reads one stream until it breaks, the page is hidden or `signal` is aborted.
 *
 * Answers whether anything was heard, so that the caller can tell a broken line from a network on
 * which no stream ever gets through; `forbidden` when asking again cannot help.
 */
export async function readStream(
  reach: Reach,
  path: string,
  last: number,
  tell: (event: StreamedEvent) => void,
  signal: AbortSignal,
): Promise<'something' | 'nothing' | 'forbidden'> {
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  signal.addEventListener('abort', abort, { once: true });
  const unhide = whenHidden(abort);
  let watchdog = setTimeout(abort, silence);
  let heard: 'something' | 'nothing' = 'nothing';
  try {
    const response = await (reach.fetch ?? fetch)(reach.api + path, {
      headers: headersOf(reach, {
        headers: { accept: 'text/event-stream', 'last-event-id': String(last) },
      }),
      signal: stop.signal,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    if ([401, 403, 404, 410].includes(response.status)) return 'forbidden';
    if (!response.ok || response.body === null) return heard;
    const parser = createParser({ onEvent: ({ data }) => tellIfRead(data, tell) });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      heard = 'something';
      clearTimeout(watchdog);
      watchdog = setTimeout(abort, silence);
      parser.feed(chunk.value);
    }
    return heard;
  } catch {
    return heard;
  } finally {
    clearTimeout(watchdog);
    unhide();
    signal.removeEventListener('abort', abort);
  }
}

/** An event of a newer service that cannot be read is passed over: the next one carries the whole view again. */
function tellIfRead(data: string, tell: (event: StreamedEvent) => void): void {
  let streamed: StreamedEvent;
  try {
    streamed = JSON.parse(data) as StreamedEvent;
  } catch {
    return;
  }
  if (typeof streamed?.event?.seq === 'number') tell(streamed);
}
