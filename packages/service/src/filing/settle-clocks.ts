import { elapse } from '@guichet/engine/dossier';
import type { Context } from '../context.js';
import { openDossier } from '../dossiers/dossier-store.js';
import { heldOf, loadState } from '../dossiers/load-dossier.js';
import { record } from './record.js';

/** Writes the clock events of a dossier that are due: the same ones that a command would have written first (rules.md B8). */
export async function settleClocks(context: Context, id: string): Promise<void> {
  const written = await context.db.transaction(async (tx) => {
    const dossier = await openDossier(tx, context.vault, id, 'service', true);
    const state = await loadState(context, tx, dossier);
    const elapsed = elapse(heldOf(context, dossier).published.plan, state, context.now());
    await record(context, tx, { dossier, state }, elapsed);
    return elapsed.events.length;
  });
  if (written > 0) context.bus.wake(id);
}
