import type { DraftEntry } from '@guichet/engine';
import type { LocalStore, StoredDraft, StoredFile, StoredReceipt } from './local-store.js';

interface Shelves {
  readonly drafts: Map<string, StoredDraft>;
  readonly logs: Map<string, DraftEntry[]>;
  readonly receipts: Map<string, StoredReceipt[]>;
  readonly copies: Map<string, unknown>;
  files: StoredFile[];
}

/** A store that keeps nothing beyond this page: for previews and for tests in Node. Same suite as the real one. */
export function memoryStore(): LocalStore {
  const shelves: Shelves = {
    drafts: new Map(),
    logs: new Map(),
    receipts: new Map(),
    copies: new Map(),
    files: [],
  };
  return {
    ...draftsOf(shelves),
    ...receiptsOf(shelves),
    ...filesOf(shelves),
    keepCopy: async (name, value) => void shelves.copies.set(name, value),
    copy: async (name) => shelves.copies.get(name),
    async forget(id) {
      shelves.drafts.delete(id);
      shelves.logs.delete(id);
      shelves.receipts.delete(id);
      shelves.files = shelves.files.filter((file) => file.draft !== id);
    },
    close: () => undefined,
  };
}

type DraftPart = 'create' | 'draft' | 'drafts' | 'append' | 'restore' | 'entries' | 'markSent';

function draftsOf({ drafts, logs }: Shelves): Pick<LocalStore, DraftPart> {
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
    async restore(id, entries) {
      const { n } = known(id);
      add(
        id,
        entries.filter((entry) => entry.n > n),
      );
    },
    entries: async (id, after, limit) =>
      (logs.get(id) ?? []).filter((entry) => entry.n > after).slice(0, limit),
    async markSent(id, n) {
      const draft = known(id);
      if (draft.sent < n) drafts.set(id, { ...draft, sent: n });
    },
  };
}

function receiptsOf({
  receipts,
}: Shelves): Pick<LocalStore, 'keepReceipt' | 'receipts' | 'receiptOf'> {
  return {
    async keepReceipt(one) {
      const others = (receipts.get(one.draft) ?? []).filter(
        (other) => other.receipt.version !== one.receipt.version,
      );
      const all = [...others, one].sort((a, b) => a.receipt.version - b.receipt.version);
      receipts.set(one.draft, all);
    },
    receipts: async (draft) => receipts.get(draft) ?? [],
    receiptOf: async (dossier) =>
      [...receipts.values()].flat().findLast((one) => one.receipt.dossier === dossier),
  };
}

type FileName = Pick<StoredFile, 'draft' | 'piece' | 'id'>;

function filesOf(shelves: Shelves): Pick<LocalStore, 'keepFile' | 'files' | 'dropFile'> {
  const without = (gone: FileName): StoredFile[] =>
    shelves.files.filter(
      (file) => file.draft !== gone.draft || file.piece !== gone.piece || file.id !== gone.id,
    );
  return {
    async keepFile(file) {
      shelves.files = [...without(file), file];
    },
    files: async (draft) => shelves.files.filter((file) => file.draft === draft),
    async dropFile(draft, piece, id) {
      shelves.files = without({ draft, piece, id });
    },
  };
}
