import type { Receipt, Version } from '@guichet/engine';
import { canonicalJson } from '@guichet/procedure';
import type { DataKey } from '../secrets/vault.js';
import type { Queryable } from '../store/sql-port.js';

/** What was answered under a key. */
export interface Answered {
  readonly dossier: string;
  readonly receipt: Receipt;
  /** Whether the body was the same one. */
  readonly isSame: boolean;
}

const contextOf = (key: string): string => `idempotency:${key}`;

/** A body is what the person says: words seen and language may differ between two tries. Keyed, so that nobody can test a guess. */
const fingerprint = (key: DataKey, version: Version): Buffer => key.mac(canonicalJson(version));

/** The answer given before under this key, if any (rules.md B11). */
export async function findAnswer(
  tx: Queryable,
  key: DataKey,
  idempotencyKey: string,
  version: Version,
): Promise<Answered | undefined> {
  const [row] = await tx.query<{ dossier_id: string; fingerprint: Uint8Array; body: Uint8Array }>(
    'select dossier_id, fingerprint, body from idempotency where key = $1',
    [idempotencyKey],
  );
  if (!row) return undefined;
  return {
    dossier: row.dossier_id,
    receipt: key.openJson(contextOf(idempotencyKey), row.body) as Receipt,
    isSame: fingerprint(key, version).equals(row.fingerprint),
  };
}

/** The newest receipt given for a dossier, of a filing or an amendment. */
export async function lastReceipt(
  tx: Queryable,
  key: DataKey,
  dossier: string,
): Promise<Receipt | undefined> {
  const rows = await tx.query<{ key: string; body: Uint8Array }>(
    'select key, body from idempotency where dossier_id = $1',
    [dossier],
  );
  return rows
    .map((row) => key.openJson(contextOf(row.key), row.body) as Receipt)
    .sort((a, b) => a.at.localeCompare(b.at))
    .at(-1);
}

/**
 * Keeps an answer in the transaction of what it answers: acknowledged and kept are one.
 * A second proposal on the same version comes under the same key: the newest answer is the one to repeat.
 */
export async function keepAnswer(
  tx: Queryable,
  key: DataKey,
  idempotencyKey: string,
  kind: 'filing' | 'amendment',
  version: Version,
  receipt: Receipt,
): Promise<void> {
  await tx.query(
    `insert into idempotency (key, kind, dossier_id, fingerprint, status, body) values ($1, $2, $3, $4, 201, $5)
     on conflict (key) do update set fingerprint = excluded.fingerprint, body = excluded.body`,
    [
      idempotencyKey,
      kind,
      receipt.dossier,
      fingerprint(key, version),
      key.sealJson(contextOf(idempotencyKey), receipt),
    ],
  );
}

/** Holds a key until the transaction ends; false when somebody else holds it now. */
export async function holdKey(tx: Queryable, idempotencyKey: string): Promise<boolean> {
  const [row] = await tx.query<{ held: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as held',
    [idempotencyKey],
  );
  return row?.held === true;
}
