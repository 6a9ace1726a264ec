import type { DraftEntry } from '@guichet/engine';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { StoredDraft, StoredFile, StoredReceipt } from './local-store.js';

/** The tables of the device's store. */
export interface Tables extends DBSchema {
  drafts: { key: string; value: StoredDraft; indexes: { procedure: string } };
  entries: { key: [string, number]; value: { draft: string; n: number; entry: DraftEntry } };
  receipts: {
    key: [string, number];
    value: { draft: string; n: number; dossier: string; filed: StoredReceipt };
    indexes: { dossier: string };
  };
  files: { key: [string, string, string]; value: StoredFile };
  copies: { key: string; value: unknown };
}
export type Database = IDBPDatabase<Tables>;

/** Opens the database, and makes its tables the first time. */
export function openDatabase(name: string): Promise<Database> {
  return openDB<Tables>(name, 1, {
    upgrade(database) {
      database
        .createObjectStore('drafts', { keyPath: 'id' })
        .createIndex('procedure', 'procedure.id');
      database.createObjectStore('entries', { keyPath: ['draft', 'n'] });
      database
        .createObjectStore('receipts', { keyPath: ['draft', 'n'] })
        .createIndex('dossier', 'dossier');
      database.createObjectStore('files', { keyPath: ['draft', 'piece', 'id'] });
      database.createObjectStore('copies');
    },
    // A newer page wants other tables: step aside, or it would wait for this tab to be closed.
    blocking(_current, _wanted, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

/** Every row whose key starts with `draft`. */
export function rowsOf(draft: string, after?: number): IDBKeyRange {
  return after === undefined
    ? IDBKeyRange.bound([draft], [draft, []])
    : IDBKeyRange.bound([draft, after], [draft, []], true);
}
