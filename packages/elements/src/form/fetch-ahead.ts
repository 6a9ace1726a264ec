/** Waits before each attempt, ms: the first page comes first. */
const waits = [500, 2_000, 5_000, 15_000, 60_000];

/**
 * Loads what later pages need while the first is read, and tries again until it is here, at once when the
 * network comes back: an outage later must take nothing away. The answer ends it.
 */
export function fetchAhead(load: () => Promise<unknown>): () => void {
  let attempts = 0;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    isOver = true;
    clearTimeout(timer);
    removeEventListener('online', attempt);
  };
  const wait = (): void => {
    clearTimeout(timer);
    if (!isOver) timer = setTimeout(attempt, waits[Math.min(attempts, waits.length - 1)]);
  };
  const attempt = (): void => {
    attempts += 1;
    load().then(stop, wait);
  };
  addEventListener('online', attempt);
  wait();
  return stop;
}
