import { dayIn, type Plan } from '@guichet/procedure';
import type { Version } from '../draft.js';
import { canDo } from './can.js';
import { elapse } from './due.js';
import { amendingOf, etagOf } from './etag.js';
import { metaAt } from './journey/meta.js';
import { owedAttestations } from './owed-attestations.js';
import { heldMandates } from './records/mandates.js';
import { clockRule } from './records/clock-rules.js';
import { openPieces } from './records/requests.js';
import type { ClockRecord, DossierState } from './state.js';
import type { ClockView, DossierView } from './view.js';

/** What a store knows of a dossier beside its events. */
export interface DossierIdentity {
  readonly id: string;
  readonly reference: string;
  readonly planHash: string;
}

/**
 * What a person sees of a dossier at an instant: a pure function of journey, records and time (design.md §4.4).
 *
 * Clocks over by then are seen as ended although nothing is written (rules.md B8). `seq` stays that of the last event
 * recorded, so that a stream resumes after it. With the version in force, what is owed is said too.
 */
export function dossierView(
  plan: Plan,
  recorded: DossierState,
  identity: DossierIdentity,
  at: Date,
  version?: Version,
): DossierView {
  const { state } = elapse(plan, recorded, at);
  const meta = metaAt(plan, state.journey);
  return {
    id: identity.id,
    reference: identity.reference,
    procedure: { id: plan.id, version: plan.version, planHash: identity.planHash },
    profile: state.prepared ? 'third-party' : 'administration',
    journey: state.journey,
    label: meta.label,
    turn: turnOf(state, meta.turn),
    since: state.since,
    sentToAuthority: state.filedAt !== undefined,
    ...(state.filedAt !== undefined && { filedAt: state.filedAt }),
    ...(state.inWindow && { inWindow: state.inWindow }),
    ...(state.windowState && { windowState: state.windowState }),
    ...(state.complete && { complete: state.complete }),
    version: state.version,
    etag: etagOf(state),
    amending: amendingOf(state),
    can: canDo(plan, state),
    clocks: state.clocks.map((clock) => clockView(plan, clock)),
    proposals: state.proposals.map(({ n, at: madeAt, state: answer }) => ({
      n,
      at: madeAt,
      state: answer,
    })),
    requests: state.requests,
    mandates: heldMandates(state.mandates, dayIn(at, state.zone)).map(
      ({ state: _, ...mandate }) => mandate,
    ),
    incidents: state.incidents,
    ...(state.interview && { interview: state.interview }),
    ...(state.service && { service: state.service }),
    ...(version && { owed: owedAttestations(plan, state, version, at) }),
    attestations: state.attestations,
    timeline: state.timeline,
    seq: recorded.seq,
  };
}

/** While pieces are asked for it is the holder's turn, whatever the state of the journey says. */
function turnOf(state: DossierState, turn: DossierView['turn']): DossierView['turn'] {
  return state.decision === undefined && openPieces(state.requests).length > 0 ? 'holder' : turn;
}

function clockView(plan: Plan, clock: ClockRecord): ClockView {
  const rule = clockRule(plan, clock.name);
  return {
    name: clock.name,
    n: clock.n,
    state: clock.state,
    ...(clock.startedAt !== undefined && { startedAt: clock.startedAt }),
    ...(clock.due !== undefined && { due: clock.due }),
    means: rule?.means ?? clock.name,
    source: rule?.source ?? '',
  };
}
