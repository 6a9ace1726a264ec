import type { Verdict } from '@guichet/procedure';
import type { EventBody } from '../events.js';
import { waitingFor } from '../records/proposals.js';
import { completeAfterSupply, openPieces } from '../records/requests.js';
import { amendingOf } from '../etag.js';
import { staysOpen } from './after-decision.js';
import type { Command, ProposalAnswer, Refusal } from './command.js';
import type { Decision, Desk, EventDraft } from './context.js';

/** `amend`: applies at once before an officer takes the file, is a proposal after, closed by an express decision save for contact and address. */
export function amend(desk: Desk, command: Command & { readonly do: 'amend' }): Decision {
  const { state, context } = desk;
  const amending = amendingOf(state);
  if (amending === 'closed' && !staysOpen(desk.plan, context.difference))
    return { refused: 'amending-closed' };
  const refusal = changedOnCurrent(desk);
  if (refusal) return refusal;
  const body: EventBody = {
    difference: context.difference,
    ...(command.reason && { reason: command.reason }),
  } as EventBody;
  if (amending !== 'proposes')
    return [
      { type: 'AMENDED', body: { version: state.version + 1, ...body, ...nowComplete(desk) } },
    ];
  return [
    {
      type: 'AMENDMENT_PROPOSED',
      body: { proposal: state.proposals.length + 1, to: 'officer', ...body },
    },
  ];
}

/** `answer-proposal`: accepting makes it a version. */
export function answerProposal(desk: Desk, answer: ProposalAnswer): Decision {
  const proposal = desk.state.proposals.find((each) => each.n === answer.proposal);
  if (proposal?.state !== 'waiting') return { refused: 'proposal-unknown' };
  return [answered(answer, desk.state.version)];
}

/** `decide`: an express decision names its author and its reasons, and leaves no proposal unanswered (rules.md B4, B5). */
export function decide(desk: Desk, command: Command & { readonly do: 'decide' }): Decision {
  const { name, quality, service } = desk.context.by;
  if (desk.context.profile === 'third-party') return { refused: 'not-allowed' };
  if (!name || !quality || !service) return { refused: 'officer-incomplete' };
  if (!command.reasons.trim()) return { refused: 'reasons-missing' };
  const answers = command.answers ?? [];
  const waiting = waitingFor(desk.state.proposals, 'officer').map((proposal) => proposal.n);
  if (answers.some((answer) => !waiting.includes(answer.proposal)))
    return { refused: 'proposal-unknown' };
  if (waiting.some((n) => !answers.some((answer) => answer.proposal === n)))
    return { refused: 'proposal-unanswered' };
  const body = { outcome: command.outcome, reason: command.reasons };
  return [...answerAll(answers, desk.state.version), { type: 'DECIDED', body }];
}

/** `supply-pieces`: a version with the pieces asked for. Suspended clocks run again once nothing is awaited. */
export function supplyPieces(
  desk: Desk,
  command: Command & { readonly do: 'supply-pieces' },
): Decision {
  const { plan, state, context } = desk;
  const asked = openPieces(state.requests);
  const strange = command.pieces.find((piece) => !asked.includes(piece));
  if (command.pieces.length === 0 || strange !== undefined)
    return { refused: 'piece-not-requested', ...(strange && { detail: strange }) };
  const refusal = changedOnCurrent(desk);
  if (refusal) return refusal;
  const complete = completeAfterSupply(plan, state.requests, state.complete, command.pieces);
  const body: EventBody = {
    version: state.version + 1,
    pieces: command.pieces,
    ...(complete && { complete }),
    ...(command.reason && { reason: command.reason }),
  };
  return [
    {
      type: 'PIECES_SUPPLIED',
      body: { ...body, ...(context.difference && { difference: context.difference }) },
    },
  ];
}

function answerAll(answers: readonly ProposalAnswer[], version: number): readonly EventDraft[] {
  let current = version;
  return answers.map((answer) => {
    const draft = answered(answer, current);
    if (answer.accepted) current += 1;
    return draft;
  });
}

function answered(answer: ProposalAnswer, version: number): EventDraft {
  const { proposal, accepted, reason } = answer;
  return {
    type: 'PROPOSAL_ANSWERED',
    body: {
      proposal,
      accepted,
      ...(accepted && { version: version + 1 }),
      ...(reason && { reason }),
    },
  };
}

function changedOnCurrent({ context, state }: Desk): Refusal | undefined {
  if (!context.difference || context.difference.changes.length === 0)
    return { refused: 'nothing-changed' };
  return context.difference.base === state.version ? undefined : { refused: 'version-changed' };
}

/** An amendment may complete a dossier; only a dated request can make it incomplete (rules.md B6). */
function nowComplete({ context, state }: Desk): { readonly complete?: Verdict } {
  const waits = openPieces(state.requests).length > 0;
  return context.judgement?.complete === 'true' && state.complete !== 'true' && !waits
    ? { complete: 'true' }
    : {};
}
