import { Readable } from 'node:stream';
import type { StreamedEvent } from '@guichet/gateway/wire';

export interface StreamOptions {
  /** Events after a sequence, with the view of the dossier. */
  readonly after: (seq: number) => Promise<readonly StreamedEvent[]>;
  readonly since: number;
  /** Calls when something may be new; the answer ends it. */
  readonly onWake: (listener: () => void) => () => void;
  readonly pollMs: number;
  readonly heartbeatMs: number;
}

/**
 * Server-sent events of one dossier: `id` is the dossier's own sequence, so that a reader picks up
 * exactly where it left. A wake only hastens the poll: the poll is the truth, on any number of instances.
 */
export function streamEvents(options: StreamOptions): Readable {
  const stream = new Readable({ read: () => undefined });
  let last = options.since;
  let busy = false;
  let again = false;

  async function push(): Promise<void> {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      do {
        again = false;
        for (const streamed of await options.after(last)) {
          last = streamed.event.seq;
          if (!stream.destroyed) stream.push(formatEvent(streamed));
        }
      } while (again);
    } catch {
      // The reader comes back by itself, with Last-Event-ID.
      stream.destroy();
    } finally {
      busy = false;
    }
  }

  stream.push(': open\nretry: 2000\n\n');
  const unwake = options.onWake(() => void push());
  const poll = setInterval(() => void push(), options.pollMs);
  const beat = setInterval(() => stream.push(': beat\n\n'), options.heartbeatMs);
  stream.on('close', () => {
    unwake();
    clearInterval(poll);
    clearInterval(beat);
  });
  void push();
  return stream;
}

function formatEvent(streamed: StreamedEvent): string {
  return `id: ${streamed.event.seq}\nevent: dossier\ndata: ${JSON.stringify(streamed)}\n\n`;
}
