import type { PutDraft } from '@guichet/gateway/wire';
import type { Context } from '../context.js';
import { sha256 } from '../secrets/cipher.js';
import { WireProblem } from '../wire-problem.js';
import { openDraft } from './draft-access.js';

/**
 * Makes a draft for the bearer, or finds the one made before: answers whether it was made now.
 * Problems: `unknown-procedure`, `guide`, `not-found` when the id belongs to another bearer.
 */
export async function createDraft(
  context: Context,
  draft: PutDraft['draft'],
  capability: string,
): Promise<'created' | 'known'> {
  const held = context.library.find(draft.procedure.id, draft.procedure.version);
  if (!held || held.published.planHash !== draft.procedure.planHash)
    throw new WireProblem('unknown-procedure');
  if (held.published.plan.guide) throw new WireProblem('guide');
  return context.db.transaction(async (tx) => {
    const { key, wrapped } = context.vault.make();
    const at = context.now().toISOString();
    await tx.query('insert into data_keys (id, wrapped, made_at) values ($1, $2, $3)', [
      key.id,
      wrapped,
      at,
    ]);
    const made = await tx.query(
      `insert into drafts (id, capability, idempotency_key, key_id, procedure_id, procedure_version, plan_hash, started_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
      [
        draft.id,
        sha256(capability),
        draft.key,
        key.id,
        draft.procedure.id,
        draft.procedure.version,
        draft.procedure.planHash,
        draft.startedAt,
        at,
      ],
    );
    if (made.length > 0) return 'created';
    await tx.query('delete from data_keys where id = $1', [key.id]);
    await openDraft(tx, context.vault, draft.id, capability);
    return 'known';
  });
}
