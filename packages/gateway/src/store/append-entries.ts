import type { DraftChange, DraftEntry } from '@guichet/engine';
import type { Database } from './database.js';

const strict = { durability: 'strict' } as const;

/**
 * Adds changes to a draft's log. The number is taken inside the transaction that writes the row, so
 * that two tabs which append at the same moment get different ones and neither writes over the other.
 */
export async function appendEntries(
  database: Database,
  id: string,
  changes: readonly DraftChange[],
  by: { readonly device: string; readonly at: string },
): Promise<readonly DraftEntry[]> {
  const change = database.transaction(['drafts', 'entries'], 'readwrite', strict);
  const drafts = change.objectStore('drafts');
  const draft = await drafts.get(id);
  if (draft === undefined) throw new Error(`This device holds no draft "${id}".`);
  const entries = changes.map((one, index): DraftEntry => ({
    n: draft.n + index + 1,
    at: by.at,
    device: by.device,
    ...one,
  }));
  const rows = change.objectStore('entries');
  await Promise.all([
    ...entries.map((entry) => rows.add({ draft: id, n: entry.n, entry })),
    drafts.put({ ...draft, n: draft.n + entries.length, touchedAt: by.at }),
    change.done,
  ]);
  return entries;
}

/** Keeps entries under the numbers they came with; those that are there already stay. */
export async function restoreEntries(
  database: Database,
  id: string,
  entries: readonly DraftEntry[],
): Promise<void> {
  const change = database.transaction(['drafts', 'entries'], 'readwrite', strict);
  const drafts = change.objectStore('drafts');
  const draft = await drafts.get(id);
  if (draft === undefined) throw new Error(`This device holds no draft "${id}".`);
  const fresh = entries.filter((entry) => entry.n > draft.n);
  const rows = change.objectStore('entries');
  const last = fresh.at(-1);
  await Promise.all([
    ...fresh.map((entry) => rows.add({ draft: id, n: entry.n, entry })),
    ...(last === undefined ? [] : [drafts.put({ ...draft, n: last.n, touchedAt: last.at })]),
    change.done,
  ]);
}
