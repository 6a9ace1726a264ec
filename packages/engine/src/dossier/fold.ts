import type { Plan } from '@guichet/procedure';
import { stepFor } from './accepts.js';
import { dossierError } from './errors.js';
import type { DossierEvent } from './events.js';
import { actions, type ActionPart } from './journey/actions.js';
import { journeyOf, type Step } from './journey/machine.js';
import { foldMigration } from './migration/fold-migration.js';
import { planOf, type Plans } from './plans.js';
import { foldAttestations, foldProlonged } from './records/attestations.js';
import { foldClocks } from './records/clocks.js';
import { foldIncidents } from './records/incidents.js';
import { foldMandates } from './records/mandates.js';
import { foldMessages } from './records/messages.js';
import { foldProposals } from './records/proposals.js';
import { foldRequests } from './records/requests.js';
import type { DossierState, TimelineEntry } from './state.js';

/**
 * What a log of events amounts to (rules.md B1): the log is the truth, this is computed from it alone.
 *
 * `plan` is that of the version the dossier is under now; where it was migrated, what came before is folded by the
 * older versions' own, found in `plans` (rules.md B10). `upTo` stops after so many events of the log.
 *
 * Throws `event-not-accepted` when the journey does not accept an event where it stands, `event-out-of-order` when
 * sequences are not 1, 2, 3…, `plan-missing`, and what {@link foldMigration} and {@link loadLifecycle} throw.
 */
export function foldDossier(
  plan: Plan,
  events: readonly DossierEvent[],
  plans?: Plans,
  upTo = events.length,
): DossierState {
  const first = events.find(({ type }) => type === 'MIGRATED')?.body.from;
  const start = emptyState(first === undefined ? plan : planOf(first, plan, plans));
  const folded = events.slice(0, upTo);
  const state = folded.reduce((before, event) => advance(plan, before, event, plans), start);
  return { ...state, timeline: folded.map(timelineEntry) };
}

/** One event more: `foldDossier(plan, [...events, event], plans)` without folding again. */
export function applyEvent(
  plan: Plan,
  state: DossierState,
  event: DossierEvent,
  plans?: Plans,
): DossierState {
  return {
    ...advance(plan, state, event, plans),
    timeline: [...state.timeline, timelineEntry(event)],
  };
}

/** The state before any event: nobody is shown it. */
export function emptyState(plan: Plan): DossierState {
  return {
    seq: 0,
    under: plan.version,
    journey: journeyOf(plan).initial,
    since: '',
    version: 0,
    zone: 'UTC',
    prepared: false,
    taken: false,
    clocks: [],
    proposals: [],
    requests: [],
    mandates: [],
    messages: [],
    incidents: [],
    attestations: [],
    prolonged: [],
    owed: [],
    timeline: [],
  };
}

/** Everything but the timeline, which a long fold fills once at its end. */
function advance(
  inHand: Plan,
  state: DossierState,
  event: DossierEvent,
  plans: Plans | undefined,
): DossierState {
  if (event.seq !== state.seq + 1)
    throw dossierError('event-out-of-order', { seq: event.seq, expected: state.seq + 1 });
  const plan = planOf(state.under, inHand, plans);
  if (event.type === 'MIGRATED')
    return foldMigration(plan, planOf(event.body.to ?? '', inHand, plans), state, event);
  const step = stepFor(plan, state, event.type, event.body);
  if (!step)
    throw dossierError('event-not-accepted', {
      type: event.type,
      journey: state.journey,
      seq: event.seq,
    });
  const at = event.effectiveAt ?? event.occurredAt;
  const journey = backWhereItWas(state, event, step.journey);
  return {
    ...withoutPast(state, event),
    ...factsAfter(state, event, at),
    ...marksAfter(state, event, at),
    ...runActions(state, event, step),
    ...recordsAfter(state, event),
    seq: event.seq,
    journey,
    since: journey === state.journey && state.since ? state.since : at,
  };
}

/** A journey keeps no history, so a state filled with others would start again: undone, a withdrawal never was. */
function backWhereItWas({ askedFrom }: DossierState, event: DossierEvent, journey: string): string {
  const isInside = askedFrom?.split('.')[0] === journey.split('.')[0];
  return event.type === 'WITHDRAWAL_UNDONE' && isInside ? (askedFrom ?? journey) : journey;
}

/** What the command decided is read off the body; nothing is decided again. */
function factsAfter(state: DossierState, event: DossierEvent, at: string): Partial<DossierState> {
  const { version, inWindow, windowState, complete, zone } = event.body;
  const files = event.type === 'FILED' || event.type === 'TRANSMITTED';
  return {
    ...(typeof version === 'number' && { version }),
    ...(inWindow && { inWindow }),
    ...(windowState && { windowState }),
    ...(complete && { complete }),
    ...(complete === 'true' && state.complete !== 'true' && { completeSince: at }),
    ...(typeof zone === 'string' && state.version === 0 && { zone }),
    ...(event.type === 'PREPARED' && { prepared: true }),
    ...(files && { filedAt: at }),
  };
}

/** Marks left by single events. */
function marksAfter(state: DossierState, event: DossierEvent, at: string): Partial<DossierState> {
  const { body } = event;
  switch (event.type) {
    case 'DECIDED':
      return { decision: { at, outcome: body.outcome ?? 'unfavourable' } };
    case 'SILENCE_REACHED':
      return { silenceAt: at };
    case 'TRANSFERRED':
      return body.to === undefined ? {} : { service: { name: body.to, since: at } };
    case 'WITHDRAWAL_ASKED':
      return { askedFrom: state.journey };
    case 'INTERVIEW_SET':
      return { interview: { on: body.on ?? at, place: body.place ?? '' } };
    case 'CLOSED':
    case 'WITHDRAWN':
      return { endedAt: at };
    default:
      return {};
  }
}

/** What an event ends: being closed or withdrawn, being complete without a break, waiting for an interview. */
function withoutPast(state: DossierState, { type, body }: DossierEvent): DossierState {
  const { endedAt, completeSince, interview, askedFrom, ...rest } = state;
  const isComplete = (body.complete ?? state.complete) === 'true';
  return {
    ...rest,
    ...(endedAt !== undefined && type !== 'REOPENED' && { endedAt }),
    ...(interview && type !== 'INTERVIEW_HELD' && type !== 'DECIDED' && { interview }),
    ...(askedFrom !== undefined && !type.startsWith('WITHDRAWAL_') && { askedFrom }),
    ...(completeSince !== undefined && isComplete && { completeSince }),
  };
}

function recordsAfter(state: DossierState, event: DossierEvent): Partial<DossierState> {
  return {
    clocks: foldClocks(state.clocks, event),
    proposals: foldProposals(state.proposals, event),
    requests: foldRequests(state.requests, event),
    mandates: foldMandates(state.mandates, event),
    messages: foldMessages(state.messages, event),
    incidents: foldIncidents(state.incidents, event),
    attestations: foldAttestations(state.attestations, event),
    prolonged: foldProlonged(state.prolonged, event),
  };
}

function runActions(state: DossierState, event: DossierEvent, step: Step): ActionPart {
  const given = event.type === 'RELEASED' || event.type === 'TRANSFERRED';
  const taken = event.type === 'TAKEN' || (state.taken && !given);
  const owed =
    event.type === 'ATTESTATION_ISSUED'
      ? state.owed.filter((kind) => kind !== event.body.kind)
      : state.owed;
  return step.actions.reduce<ActionPart>((part, action) => run(action, part, step.journey), {
    taken,
    owed,
  });
}

function run(action: Step['actions'][number], part: ActionPart, state: string): ActionPart {
  const order = Object.hasOwn(actions, action.type) ? actions[action.type] : undefined;
  if (!order) throw dossierError('unknown-action', { state, action: action.type });
  return order(part, action.params);
}

function timelineEntry(event: DossierEvent): TimelineEntry {
  const note = noteOf(event);
  const at = event.effectiveAt ?? event.occurredAt;
  return {
    seq: event.seq,
    type: event.type,
    at,
    by: event.by,
    ...(note !== undefined && { note }),
  };
}

/** What tells two events of one type apart, in codes or in the author's own words. */
function noteOf(event: DossierEvent): string | undefined {
  if (event.type === 'CLOCK_ENDED') return event.body.clock;
  if (event.type === 'ATTESTATION_ISSUED') return event.body.kind;
  return event.body.reason;
}
