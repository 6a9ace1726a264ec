/** Resolves when the page can be seen (at once where there is no page), or when `signal` is aborted. */
export function whenVisible(signal: AbortSignal): Promise<void> {
  if (typeof document === 'undefined' || document.visibilityState === 'visible') {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    function done(): void {
      if (document.visibilityState === 'hidden' && !signal.aborted) return;
      document.removeEventListener('visibilitychange', done);
      signal.removeEventListener('abort', done);
      resolve();
    }
    document.addEventListener('visibilitychange', done);
    signal.addEventListener('abort', done);
  });
}

/** Calls `act` when the page goes out of sight; the answer stops listening. */
export function whenHidden(act: () => void): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const check = (): void => {
    if (document.visibilityState === 'hidden') act();
  };
  document.addEventListener('visibilitychange', check);
  return () => document.removeEventListener('visibilitychange', check);
}
