/** A list of listeners; one that throws does not keep the others from hearing. */
export function listeners<T>(): {
  add(listener: (told: T) => void): () => void;
  tell(told: T): void;
} {
  const all = new Set<(told: T) => void>();
  return {
    add(listener) {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell(told) {
      for (const listener of [...all]) {
        try {
          listener(told);
        } catch (error) {
          // Reported as uncaught, as the platform does for event listeners.
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
  };
}
