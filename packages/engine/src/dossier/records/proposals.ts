import type { DossierEvent } from '../events.js';
import type { ProposalRecord } from '../state.js';

/** The proposals after an event (rules.md B5). */
export function foldProposals(
  proposals: readonly ProposalRecord[],
  event: DossierEvent,
): readonly ProposalRecord[] {
  if (event.type === 'AMENDMENT_PROPOSED')
    return [...proposals, proposed(proposals.length + 1, event)];
  if (event.type !== 'PROPOSAL_ANSWERED') return proposals;
  const state = event.body.accepted === true ? 'accepted' : 'refused';
  return proposals.map((proposal) =>
    proposal.n === event.body.proposal ? { ...proposal, state } : proposal,
  );
}

/** Proposals that somebody has not answered. */
export function waitingFor(
  proposals: readonly ProposalRecord[],
  to: ProposalRecord['to'],
): readonly ProposalRecord[] {
  return proposals.filter((proposal) => proposal.state === 'waiting' && proposal.to === to);
}

function proposed(next: number, event: DossierEvent): ProposalRecord {
  return {
    n: event.body.proposal ?? next,
    at: event.occurredAt,
    by: event.by,
    to: event.body['to'] === 'holder' ? 'holder' : 'officer',
    base: event.body.difference?.base ?? 0,
    state: 'waiting',
  };
}
