import type { FilePort } from '@guichet/engine';
import type { LocalStore } from '@guichet/gateway';

/** Keeps the bytes of a draft's files on this device, for the pieces that nobody else holds. */
export function keepFiles(store: LocalStore, draft: string): FilePort {
  return {
    async keep(piece, { id, name }, source) {
      if (!(source instanceof Blob)) return false;
      return store.keepFile({ draft, piece, id, name, bytes: source }).then(
        () => true,
        () => false,
      );
    },
    async drop(piece, file) {
      await store.dropFile(draft, piece, file).catch(() => undefined);
    },
  };
}
