import {
  addDuration,
  dayIn,
  type AttestationPlan,
  type Day,
  type Duration,
  type Plan,
  type Verdict,
} from '@guichet/procedure';
import type { Version } from '../draft.js';
import { evaluate } from '../interpreter/evaluate.js';
import { momentOf } from '../interpreter/interval.js';
import type { Scope } from '../interpreter/scope.js';
import { createModel } from '../model/create-model.js';
import { contentOfVersion } from '../versions/content-of-version.js';
import { factsOf } from './journey/facts.js';
import type { DossierState, ProlongedPeriod } from './state.js';

/** An attestation that should be there and is not. */
export interface OwedAttestation {
  readonly kind: string;
  /** `due`: to be issued now. `watch`: nobody can tell whether it is owed; it is named, and not issued (rules.md A7). */
  readonly is: 'due' | 'watch';
  /** First and last day that it has to cover; absent for one owed by an event. */
  readonly period?: Omit<ProlongedPeriod, 'kind'>;
}

/**
 * The attestations owed at an instant and not issued: those of events, and those that go on `while` something is true
 * (`validFrom`, `ahead`, `for` of procedure.json), one period after the other without a gap or an overlap.
 *
 * A period begins where the one before ends, and never before the dossier was complete; periods over already are not
 * attested after the fact. Pure: the service issues.
 */
export function owedAttestations(
  plan: Plan,
  state: DossierState,
  version: Version,
  at: Date,
): readonly OwedAttestation[] {
  const byEvent = state.owed.map((kind): OwedAttestation => ({ kind, is: 'due' }));
  if (state.filedAt === undefined || state.endedAt !== undefined) return byEvent;
  const scope = scopeOf(plan, state, version, at);
  const lasting = Object.entries(plan.attestations).flatMap(([kind, rule]) =>
    rule.while ? owedNow(kind, rule, state, scope) : [],
  );
  return [...byEvent, ...lasting];
}

function owedNow(
  kind: string,
  rule: AttestationPlan,
  state: DossierState,
  scope: Scope,
): readonly OwedAttestation[] {
  const verdict: Verdict = rule.while ? evaluate(rule.while, scope) : 'false';
  if (verdict === 'false') return [];
  const first = firstDay(rule, state, scope);
  if (verdict === 'unknown' || first === undefined) return [{ kind, is: 'watch' }];
  const period = periodFrom(kind, first, rule.for ?? 'P1D', state, scope.today);
  const isAhead = addDuration(period.validFrom, `-${rule.ahead ?? 'P0D'}`) > scope.today;
  return isAhead ? [] : [{ kind, is: 'due', period }];
}

/** A day known in part is not known: its first attestation would state a day that nobody gave. */
function firstDay(rule: AttestationPlan, state: DossierState, scope: Scope): Day | undefined {
  const complete = state.completeSince && dayIn(state.completeSince, state.zone);
  if (rule.validFrom === undefined) return complete ?? scope.filing;
  const from = momentOf(rule.validFrom, scope);
  if (!from || from.earliest !== from.latest) return undefined;
  return complete !== undefined && complete > from.earliest ? complete : from.earliest;
}

/** The period after the last one attested that today falls in or before. */
function periodFrom(
  kind: string,
  first: Day,
  length: Duration,
  state: DossierState,
  today: Day,
): Omit<ProlongedPeriod, 'kind'> {
  const last = state.prolonged.findLast((period) => period.kind === kind);
  const next = last && addDuration(last.validUntil, 'P1D');
  let validFrom = next !== undefined && next > first ? next : first;
  let after = addDuration(validFrom, length);
  // A length that adds nothing would never end.
  while (after <= today && after > validFrom) {
    validFrom = after;
    after = addDuration(validFrom, length);
  }
  return { validFrom, validUntil: addDuration(after, '-P1D') };
}

function scopeOf(plan: Plan, state: DossierState, version: Version, at: Date): Scope {
  const { zone, filedAt } = state;
  const today = dayIn(at, zone);
  const filing = filedAt === undefined ? today : dayIn(filedAt, zone);
  const { unknown: _, ...content } = contentOfVersion(plan, version);
  const facts = factsOf(state);
  return {
    ...createModel(plan, content, { today, filing }).scope,
    fact: (name) => facts[name],
    event: (type) => {
      const last = state.timeline.findLast((entry) => entry.type === type);
      return last && dayIn(last.at, zone);
    },
  };
}
