import { appendEntries, restoreEntries } from './append-entries.js';
import { openDatabase, rowsOf, type Database } from './database.js';
import type { LocalStore, StoredDraft } from './local-store.js';

/** The default, relaxed, lets the browser say "done" while the bytes are in a cache that a power cut empties. */
const strict = { durability: 'strict' } as const;

/**
 * Opens the store of this device, in IndexedDB.
 *
 * Answers `undefined` where the browser has none or refuses it (a private window, a full disk, a
 * blocked third party): the page must then say that nothing is kept here.
 */
export async function openLocalStore(name = 'guichet'): Promise<LocalStore | undefined> {
  if (typeof indexedDB === 'undefined') return undefined;
  try {
    return storeOn(await openDatabase(name));
  } catch {
    return undefined;
  }
}

function storeOn(database: Database): LocalStore {
  return {
    ...draftsOf(database),
    ...receiptsOf(database),
    ...filesOf(database),
    async keepCopy(name, value) {
      await database.put('copies', value, name);
    },
    copy: (name) => database.get('copies', name),
    async forget(draft) {
      const change = database.transaction(
        ['drafts', 'entries', 'receipts', 'files'],
        'readwrite',
        strict,
      );
      await Promise.all([
        change.objectStore('drafts').delete(draft),
        change.objectStore('entries').delete(rowsOf(draft)),
        change.objectStore('receipts').delete(rowsOf(draft)),
        change.objectStore('files').delete(rowsOf(draft)),
        change.done,
      ]);
    },
    close: () => database.close(),
  };
}

type DraftPart = 'create' | 'draft' | 'drafts' | 'append' | 'restore' | 'entries' | 'markSent';

function draftsOf(database: Database): Pick<LocalStore, DraftPart> {
  return {
    async create(draft) {
      const change = database.transaction('drafts', 'readwrite', strict);
      if ((await change.store.getKey(draft.id)) === undefined) {
        await change.store.add({ ...draft, touchedAt: draft.startedAt, n: 0, sent: 0 });
      }
      await change.done;
    },
    draft: (id) => database.get('drafts', id),
    async drafts(procedure) {
      const all = await database.getAllFromIndex('drafts', 'procedure', procedure);
      return all.sort(lastTouchedFirst);
    },
    append: (draft, changes, by) => appendEntries(database, draft, changes, by),
    restore: (draft, entries) => restoreEntries(database, draft, entries),
    async entries(draft, after, limit) {
      const rows = await database.getAll('entries', rowsOf(draft, after), limit);
      return rows.map((row) => row.entry);
    },
    async markSent(id, n) {
      const change = database.transaction('drafts', 'readwrite');
      const draft = await change.store.get(id);
      if (draft !== undefined && draft.sent < n) await change.store.put({ ...draft, sent: n });
      await change.done;
    },
  };
}

function lastTouchedFirst(a: StoredDraft, b: StoredDraft): number {
  return b.touchedAt.localeCompare(a.touchedAt);
}

function receiptsOf(
  database: Database,
): Pick<LocalStore, 'keepReceipt' | 'receipts' | 'receiptOf'> {
  return {
    async keepReceipt(filed) {
      const { version: n, dossier } = filed.receipt;
      const change = database.transaction('receipts', 'readwrite', strict);
      await change.store.put({ draft: filed.draft, n, dossier, filed });
      await change.done;
    },
    async receipts(draft) {
      return (await database.getAll('receipts', rowsOf(draft))).map((row) => row.filed);
    },
    async receiptOf(dossier) {
      return (await database.getAllFromIndex('receipts', 'dossier', dossier)).at(-1)?.filed;
    },
  };
}

function filesOf(database: Database): Pick<LocalStore, 'keepFile' | 'files' | 'dropFile'> {
  return {
    async keepFile(file) {
      const change = database.transaction('files', 'readwrite', strict);
      await change.store.put(file);
      await change.done;
    },
    files: (draft) => database.getAll('files', rowsOf(draft)),
    dropFile: (draft, piece, id) => database.delete('files', [draft, piece, id]),
  };
}
