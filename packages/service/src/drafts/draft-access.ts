import { timingSafeEqual } from 'node:crypto';
import type { PlanRef } from '@guichet/engine';
import { sha256 } from '../secrets/cipher.js';
import type { DataKey, Vault } from '../secrets/vault.js';
import type { Queryable } from '../store/sql-port.js';
import { WireProblem } from '../wire-problem.js';

/** A draft whose bearer was let in. */
export interface OpenDraft {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly procedure: PlanRef;
  readonly startedAt: string;
  readonly entries: number;
  readonly dossier: string | undefined;
  readonly capability: Uint8Array;
  readonly key: DataKey;
}

export interface DraftRow {
  readonly id: string;
  readonly capability: Uint8Array;
  readonly idempotency_key: string;
  readonly key_id: string;
  readonly wrapped: Uint8Array;
  readonly procedure_id: string;
  readonly procedure_version: string;
  readonly plan_hash: string;
  readonly started_at: Date;
  readonly entries: number;
  readonly dossier_id: string | null;
}

const nobody = Buffer.alloc(32);

/**
 * Opens a draft for its bearer; `lock` holds its row until the transaction ends.
 * Unknown and forbidden are the same `not-found`, reached by the same steps.
 */
export async function openDraft(
  tx: Queryable,
  vault: Vault,
  id: string,
  capability: string,
  lock = false,
): Promise<OpenDraft> {
  const row = await findDraft(tx, id, lock);
  const isBearer = timingSafeEqual(sha256(capability), row?.capability ?? nobody);
  if (!row || !isBearer) throw new WireProblem('not-found');
  return draftOf(row, vault);
}

/** The row of a draft with its wrapped key, for those who need no bearer: the service itself. */
export async function findDraft(
  tx: Queryable,
  id: string,
  lock = false,
): Promise<DraftRow | undefined> {
  const [row] = await tx.query<DraftRow>(
    `select d.*, k.wrapped from drafts d join data_keys k on k.id = d.key_id where d.id = $1 ${lock ? 'for update of d' : ''}`,
    [id],
  );
  return row;
}

/** The row, read. */
export function draftOf(row: DraftRow, vault: Vault): OpenDraft {
  return {
    id: row.id,
    idempotencyKey: row.idempotency_key,
    procedure: { id: row.procedure_id, version: row.procedure_version, planHash: row.plan_hash },
    startedAt: row.started_at.toISOString(),
    entries: row.entries,
    dossier: row.dossier_id ?? undefined,
    capability: row.capability,
    key: vault.unwrap(row.key_id, row.wrapped),
  };
}
