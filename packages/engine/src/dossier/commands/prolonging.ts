import { owedAttestations } from '../owed-attestations.js';
import type { Decision, Desk } from './context.js';

/**
 * `prolong`: every period that is due now and that nobody attested, each its own event. What is not known to be owed
 * is not issued; it stays on the monitoring list (rules.md A7).
 */
export function prolong({ plan, state, context }: Desk): Decision {
  const { version, now } = context;
  if (!version) return { refused: 'judgement-missing' };
  const due = owedAttestations(plan, state, version, now).flatMap(({ kind, is, period }) =>
    is === 'due' && period ? [{ kind, ...period }] : [],
  );
  if (due.length === 0) return { refused: 'nothing-owed' };
  return due.map((body) => ({ type: 'PROLONGED', body }));
}
