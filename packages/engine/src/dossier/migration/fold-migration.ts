import type { Plan } from '@guichet/procedure';
import { canDo } from '../can.js';
import { dossierError } from '../errors.js';
import type { DossierEvent } from '../events.js';
import { stateAt } from '../journey/load-lifecycle.js';
import { clockRule } from '../records/clock-rules.js';
import type { DossierState } from '../state.js';
import { movedRecords } from './moved-records.js';

/**
 * The state after `MIGRATED` (rules.md B10): the journey of the newer version where the event says, every clock with
 * its `due`, every right kept.
 *
 * XState snapshots are never restored: the state named is looked up as a whole path before anything steps from it.
 * Throws `migration-elsewhere`, `migration-state`, `migration-clock`, `migration-narrows`.
 */
export function foldMigration(
  older: Plan,
  newer: Plan,
  state: DossierState,
  event: DossierEvent,
): DossierState {
  const { from = '', state: journey = '', version } = event.body;
  const { seq } = event;
  if (from !== older.version)
    throw dossierError('migration-elsewhere', { seq, from, at: older.version });
  if (!isWhole(newer, journey))
    throw dossierError('migration-state', { seq, journey, to: newer.version });
  const { askedFrom: _, ...kept } = state;
  const after: DossierState = {
    ...kept,
    ...movedRecords(state, event.body.records ?? {}),
    seq,
    under: newer.version,
    journey,
    ...(typeof version === 'number' && { version }),
  };
  const lost = after.clocks.find(
    ({ name, state: is }) => (is === 'running' || is === 'suspended') && !clockRule(newer, name),
  );
  if (lost) throw dossierError('migration-clock', { seq, clock: lost.name, to: newer.version });
  const rights = canDo(newer, after);
  const narrowed = canDo(older, state).filter((name) => !rights.includes(name));
  if (narrowed.length > 0)
    throw dossierError('migration-narrows', { seq, journey, lost: narrowed.join(', ') });
  return after;
}

/** A state in which a dossier can be, with every state around it: not a part of a path, which XState would complete in silence. */
function isWhole({ lifecycle }: Plan, journey: string): boolean {
  const found = stateAt(lifecycle, journey.split('.'));
  return found !== undefined && Object.keys(found.states ?? {}).length === 0;
}
