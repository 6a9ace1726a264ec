import type { Plan } from '@guichet/procedure';
import { staysOpen } from './commands/after-decision.js';
import type { EventBody, EventType } from './events.js';
import { factsOf } from './journey/facts.js';
import { journeyOf, type Step } from './journey/machine.js';
import { liveClock } from './records/clocks.js';
import { openPieces } from './records/requests.js';
import type { DossierState } from './state.js';

type Test = (state: DossierState, plan: Plan, body: EventBody) => boolean;

const always = (): boolean => true;
const begun = (state: DossierState): boolean => state.version > 0;
const undecided = (state: DossierState): boolean => begun(state) && state.decision === undefined;
/** Filed, and neither decided, closed nor withdrawn: somebody is at work on it. */
const pending = (state: DossierState): boolean =>
  undecided(state) && state.filedAt !== undefined && state.endedAt === undefined;
const amendable: Test = (state, plan, { difference }) =>
  undecided(state) || (begun(state) && staysOpen(plan, difference));

/**
 * Events that are records and not steps of the journey, with what each needs of the state.
 *
 * No lifecycle can take them away: amending before an express decision, reporting an incident, asking for reasons and
 * appealing are guaranteed here, whatever an author writes. The lifecycle may still move on them.
 */
const records: Readonly<Partial<Record<EventType, Test>>> = {
  AMENDED: amendable,
  AMENDMENT_PROPOSED: undecided,
  PROPOSAL_ANSWERED: undecided,
  PIECES_REQUESTED: pending,
  PIECES_SUPPLIED: (state) => undecided(state) && openPieces(state.requests).length > 0,
  PROLONGED: pending,
  SILENCE_REACHED: undecided,
  TRANSFERRED: pending,
  REGISTERED_AT_COUNTER: always,
  WITHDRAWAL_ASKED: (state) =>
    undecided(state) && liveClock(state.clocks, 'withdrawal') === undefined,
  WITHDRAWAL_UNDONE: (state) => liveClock(state.clocks, 'withdrawal') !== undefined,
  REASONS_ASKED: begun,
  APPEALED: begun,
  MESSAGE_SENT: always,
  MANDATE_GIVEN: always,
  MANDATE_REVOKED: always,
  INCIDENT_RECORDED: always,
  SUBSTITUTION_REQUESTED: always,
  ATTESTATION_ISSUED: begun,
  CLOCK_ENDED: begun,
  CLOCK_CORRECTED: begun,
  MIGRATED: begun,
};

/** Where an event leads from a state: a step of the journey, the same place for a record, undefined when refused. */
export function stepFor(
  plan: Plan,
  state: DossierState,
  type: EventType,
  body: EventBody = {},
): Step | undefined {
  const stays: Step = { journey: state.journey, actions: [] };
  const allowed = records[type];
  if (allowed && !allowed(state, plan, body)) return undefined;
  const input = { type, body, facts: factsOf(state, body) };
  const journey = journeyOf(plan);
  const step = journey.step(state.journey, input);
  if (step) return step;
  // A transmission counts as a filing wherever a procedure names one (design.md §4.8).
  const asFiling =
    type === 'TRANSMITTED' ? journey.step(state.journey, { ...input, type: 'FILED' }) : undefined;
  return asFiling ?? (allowed ? stays : undefined);
}

/** Whether an event of this type could be appended now. What guards read of a body may be given; else it is empty. */
export function accepts(
  plan: Plan,
  state: DossierState,
  type: EventType,
  body: EventBody = {},
): boolean {
  return stepFor(plan, state, type, body) !== undefined;
}
