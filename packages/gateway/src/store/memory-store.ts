import type { DraftEntry } from '@guichet/engine';
import type { LocalStore, StoredDraft, StoredFile, StoredReceipt } from './local-store.js';

/** A store that keeps nothing beyond this page: for previews and for tests in Node. Same suite as the real one. */
export function memoryStore(): LocalStore {
  const drafts = new Map<string, StoredDraft>();
  const logs = new Map<string, DraftEntry[]>();
  const filed = new Map<string, StoredReceipt[]>();
  const copies = new Map<string, unknown>();
  let files: StoredFile[] = [];

  function known(id: string): StoredDraft {
    const draft = drafts.get(id);
    if (draft === undefined) throw new Error(`This device holds no draft "${id}".`);
    return draft;
  }
  function add(id: string, entries: readonly DraftEntry[]): void {
    const last = entries.at(-1);
    if (last === undefined) return;
    logs.set(id, [...(logs.get(id) ?? []), ...structuredClone(entries)]);
    drafts.set(id, { ...known(id), n: last.n, touchedAt: last.at });
  }

  return {
    async create(draft) {
      if (drafts.has(draft.id)) return;
      drafts.set(draft.id, { ...draft, touchedAt: draft.startedAt, n: 0, sent: 0 });
    },
    draft: async (id) => drafts.get(id),
    drafts: async (procedure) =>
      [...drafts.values()]
        .filter((draft) => draft.procedure.id === procedure)
        .sort((a, b) => b.touchedAt.localeCompare(a.touchedAt)),
    async append(id, changes, by) {
      const { n } = known(id);
      const entries = changes.map((one, index): DraftEntry => ({
        n: n + index + 1,
        ...by,
        ...one,
      }));
      add(id, entries);
      return entries;
    },
    entries: async (id, after, limit) =>
      (logs.get(id) ?? []).filter((entry) => entry.n > after).slice(0, limit),
    async markSent(id, n) {
      const draft = known(id);
      if (draft.sent < n) drafts.set(id, { ...draft, sent: n });
    },
    async restore(id, entries) {
      const { n } = known(id);
      add(
        id,
        entries.filter((entry) => entry.n > n),
      );
    },
    async keepReceipt(one) {
      const others = (filed.get(one.draft) ?? []).filter(
        (other) => other.receipt.version !== one.receipt.version,
      );
      filed.set(
        one.draft,
        [...others, one].sort((a, b) => a.receipt.version - b.receipt.version),
      );
    },
    receipts: async (draft) => filed.get(draft) ?? [],
    receiptOf: async (dossier) =>
      [...filed.values()].flat().findLast((one) => one.receipt.dossier === dossier),
    async keepFile(file) {
      files = [...files.filter((other) => !isSame(other, file)), file];
    },
    files: async (draft) => files.filter((file) => file.draft === draft),
    async dropFile(draft, piece, id) {
      files = files.filter((file) => !isSame(file, { draft, piece, id }));
    },
    keepCopy: async (name, value) => void copies.set(name, value),
    copy: async (name) => copies.get(name),
    async forget(id) {
      drafts.delete(id);
      logs.delete(id);
      filed.delete(id);
      files = files.filter((file) => file.draft !== id);
    },
    close: () => undefined,
  };
}

function isSame(
  a: Pick<StoredFile, 'draft' | 'piece' | 'id'>,
  b: Pick<StoredFile, 'draft' | 'piece' | 'id'>,
): boolean {
  return a.draft === b.draft && a.piece === b.piece && a.id === b.id;
}
