import type { DraftEntry, Session } from '@guichet/engine';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { followLog } from './follow-log.js';

const entry: DraftEntry = { n: 1, at: '', device: 'other', op: 'set', pointer: '/text', value: 'there' };

/** A log whose one listener can be told, and a session whose acts come when `load` lets them. */
function opened(load: () => Promise<void>) {
  const received: (readonly DraftEntry[])[] = [];
  let tell: (entries: readonly DraftEntry[]) => void = () => undefined;
  const log = {
    onEntries: (listener: typeof tell) => {
      tell = listener;
      return () => {
        tell = () => undefined;
      };
    },
    entries: () => Promise.resolve([entry]),
  };
  const receive = (entries: readonly DraftEntry[]) => {
    received.push(entries);
    return new Set<string>();
  };
  const whole = () => load().then(() => ({ receive }) as unknown as Session);
  const stop = followLog(log, { whole });
  return { received, stop, tell: () => tell([]) };
}

afterEach(() => vi.useRealTimers());

describe('a session that follows its log', () => {
  it('takes in once what came while its acts were on their way', async () => {
    let come: () => void = () => undefined;
    const coming = new Promise<void>((resolve) => (come = resolve));
    const { received, tell } = opened(() => coming);
    tell();
    tell();
    come();
    await vi.waitFor(() => expect(received).toEqual([[entry]]));
  });

  it('takes it in later where they could not be loaded, and not once it was stopped', async () => {
    vi.useFakeTimers();
    let attempts = 0;
    const { received, stop, tell } = opened(() =>
      (attempts += 1) === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(),
    );
    tell();
    await vi.advanceTimersByTimeAsync(0);
    expect(received).toEqual([]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(received).toEqual([[entry]]);
    stop();
    tell();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(received).toHaveLength(1);
  });
});
