import type { DraftEntry } from '@guichet/engine';
import type { EntriesAnswer } from '@guichet/gateway/wire';
import type { Context } from '../context.js';
import type { Queryable } from '../store/sql-port.js';
import { WireProblem } from '../wire-problem.js';
import { openDraft, type OpenDraft } from './draft-access.js';

/** An interview of an hour makes a few thousand entries. */
const maxEntries = 50_000;

/** What a device calls itself is the sender's text: only a keyed digest of it stands in clear. */
const deviceOf = (draft: OpenDraft, device: string): string =>
  draft.key.mac(`device:${device}`).toString('hex').slice(0, 32);

const contextOf = (draft: string, pos: number): string => `draft:${draft}:entry:${pos}`;

/**
 * Appends to the log of a draft, leaving out what it holds already (same device, same number).
 * `n` of the answer is the last number held of the device that sends.
 */
export async function appendEntries(
  context: Context,
  id: string,
  capability: string,
  entries: readonly DraftEntry[],
): Promise<EntriesAnswer> {
  const savedAt = context.now().toISOString();
  return context.db.transaction(async (tx) => {
    const draft = await openDraft(tx, context.vault, id, capability, true);
    if (draft.entries + entries.length > maxEntries) throw new WireProblem('too-many-entries');
    const fresh = await notHeld(tx, draft, entries);
    if (fresh.length > 0) await insertEntries(tx, draft, fresh);
    return { n: await lastOf(tx, draft, entries.at(-1)?.device), savedAt };
  });
}

/** The whole log, in the order the service received it. */
export async function readEntries(tx: Queryable, draft: OpenDraft): Promise<readonly DraftEntry[]> {
  const rows = await tx.query<{ pos: number; body: Uint8Array }>(
    'select pos, body from draft_entries where draft_id = $1 order by pos',
    [draft.id],
  );
  return rows.map(
    (row) => draft.key.openJson(contextOf(draft.id, row.pos), row.body) as DraftEntry,
  );
}

async function notHeld(
  tx: Queryable,
  draft: OpenDraft,
  entries: readonly DraftEntry[],
): Promise<readonly DraftEntry[]> {
  const held = await tx.query<{ device: string; n: number }>(
    'select device, n from draft_entries where draft_id = $1 and device = any($2) and n = any($3)',
    [
      draft.id,
      entries.map((entry) => deviceOf(draft, entry.device)),
      entries.map((entry) => entry.n),
    ],
  );
  const seen = new Set(held.map((row) => `${row.device} ${row.n}`));
  return entries.filter((entry) => {
    const name = `${deviceOf(draft, entry.device)} ${entry.n}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

async function insertEntries(
  tx: Queryable,
  draft: OpenDraft,
  entries: readonly DraftEntry[],
): Promise<void> {
  for (const [index, entry] of entries.entries()) {
    const pos = draft.entries + index + 1;
    await tx.query(
      'insert into draft_entries (draft_id, pos, device, n, body) values ($1, $2, $3, $4, $5)',
      [
        draft.id,
        pos,
        deviceOf(draft, entry.device),
        entry.n,
        draft.key.sealJson(contextOf(draft.id, pos), entry),
      ],
    );
  }
  await tx.query('update drafts set entries = entries + $2 where id = $1', [
    draft.id,
    entries.length,
  ]);
}

async function lastOf(
  tx: Queryable,
  draft: OpenDraft,
  device: string | undefined,
): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select coalesce(max(n), 0)::integer as n from draft_entries where draft_id = $1 and ($2::text is null or device = $2)',
    [draft.id, device === undefined ? null : deviceOf(draft, device)],
  );
  return row?.n ?? 0;
}
