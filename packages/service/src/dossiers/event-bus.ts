/** Wakes the streams of this process; the store stays the truth, and a poll is always there. */
export interface EventBus {
  wake(dossier: string): void;
  onWake(dossier: string, listener: () => void): () => void;
}

/** An in-process emitter. */
export function openEventBus(): EventBus {
  const listeners = new Map<string, Set<() => void>>();
  return {
    wake(dossier) {
      for (const listener of listeners.get(dossier) ?? []) listener();
    },
    onWake(dossier, listener) {
      const known = listeners.get(dossier) ?? new Set();
      listeners.set(dossier, known.add(listener));
      return () => {
        known.delete(listener);
        if (known.size === 0) listeners.delete(dossier);
      };
    },
  };
}
