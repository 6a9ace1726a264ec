import type { Condition, Verdict } from '@guichet/procedure';
import type { EventBody } from '../events.js';
import type { DossierState } from '../state.js';

/** The closed list of facts (rules.md A2), three-valued, as one event finds them. */
export interface Facts {
  readonly complete: Verdict;
  readonly inWindow: Verdict;
  readonly undecided: Verdict;
  readonly taken: Verdict;
}

/** Facts before an event, with what the event itself says of them: a command decides, the fold only reads. */
export function factsOf(state: DossierState, body: EventBody = {}): Facts {
  return {
    complete: body.complete ?? state.complete ?? 'unknown',
    inWindow: body.inWindow ?? state.inWindow ?? 'unknown',
    undecided: state.decision ? 'false' : 'true',
    taken: state.taken ? 'true' : 'false',
  };
}

/** Value of a condition over facts alone. What it asks of answers is unknown here: no answer is in the log. */
export function evaluateFacts(condition: Condition, facts: Facts): Verdict {
  if ('fact' in condition) return facts[condition.fact];
  if ('not' in condition) return opposite(evaluateFacts(condition.not, facts));
  if ('all' in condition) return all(condition.all.map((each) => evaluateFacts(each, facts)));
  if ('any' in condition)
    return opposite(all(condition.any.map((each) => opposite(evaluateFacts(each, facts)))));
  return 'unknown';
}

function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('false')) return 'false';
  return verdicts.includes('unknown') ? 'unknown' : 'true';
}

function opposite(verdict: Verdict): Verdict {
  if (verdict === 'unknown') return 'unknown';
  return verdict === 'true' ? 'false' : 'true';
}
