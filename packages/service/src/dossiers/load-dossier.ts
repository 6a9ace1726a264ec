import {
  dossierView,
  foldDossier,
  nextDueAt,
  type DossierState,
  type Plans,
} from '@guichet/engine/dossier';
import type { DossierView } from '@guichet/engine';
import type { Context } from '../context.js';
import type { Held } from '../library/published-library.js';
import { schedule, unschedule } from '../queue/queue-store.js';
import type { Queryable } from '../store/sql-port.js';
import { WireProblem } from '../wire-problem.js';
import { readEvents, type OpenDossier } from './dossier-store.js';

/** The published version a dossier is pinned to. Throws `unknown-procedure` when this service no longer holds it. */
export function heldOf(context: Context, { procedure }: Pick<OpenDossier, 'procedure'>): Held {
  const held = context.library.withPlan(procedure.id, procedure.planHash);
  if (!held) throw new WireProblem('unknown-procedure');
  return held;
}

/** The fold of a dossier's log: the only place its state comes from. */
export async function loadState(
  context: Context,
  tx: Queryable,
  dossier: OpenDossier,
): Promise<DossierState> {
  const { plan } = heldOf(context, dossier).published;
  return foldDossier(plan, await readEvents(tx, dossier), plansOf(context, dossier));
}

/** Every version of a dossier's procedure: what was written under an older one is folded by it (rules.md B10). */
export function plansOf(context: Context, { procedure }: Pick<OpenDossier, 'procedure'>): Plans {
  return (version) => context.library.find(procedure.id, version)?.published.plan;
}

/** What a person sees of it now; time alone may have moved it since the last event. */
export function viewOf(context: Context, dossier: OpenDossier, state: DossierState): DossierView {
  const { id, reference, procedure, profile } = dossier;
  const identity = { id, reference, planHash: procedure.planHash, profile };
  const { published } = context.library.find(procedure.id, state.under) ?? heldOf(context, dossier);
  return dossierView(published.plan, state, identity, context.now());
}

/** Puts the next clock of a dossier in the queue, or takes it out. */
export async function scheduleClock(
  tx: Queryable,
  dossier: OpenDossier,
  state: DossierState,
): Promise<void> {
  const due = nextDueAt(state);
  if (due === undefined) await unschedule(tx, 'clock', dossier.id);
  else await schedule(tx, 'clock', dossier.id, due);
}
