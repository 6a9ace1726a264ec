import { canWithdraw } from '../can-withdraw.js';
import { amend, answerProposal, decide, supplyPieces } from './amending.js';
import type { Command } from './command.js';
import type { Decision, Desk } from './context.js';
import { close, correctClock, requestPieces } from './examining.js';
import { file, prepare, transmit } from './filing.js';
import { journeyEvent, type JourneyCommand } from './journeying.js';
import { migrate } from './migrating.js';
import { prolong } from './prolonging.js';
import { giveMandate, message, revokeMandate } from './representing.js';
import { appeal, aroundIncident, askReasons, reportIncident } from './rights.js';

/** Events a command asks for, one file a family; the plain ones are here. */
export function decideEvents(desk: Desk, command: Command): Decision {
  switch (command.do) {
    case 'file':
      return file(desk);
    case 'prepare':
      return prepare(desk);
    case 'transmit':
      return transmit(desk, command);
    case 'amend':
      return amend(desk, command);
    case 'answer-proposal':
      return answerProposal(desk, command);
    case 'decide':
      return decide(desk, command);
    case 'supply-pieces':
      return supplyPieces(desk, command);
    case 'request-pieces':
      return requestPieces(desk, command);
    case 'close':
      return close(desk, command);
    case 'correct-clock':
      return correctClock(desk, command);
    case 'report-incident':
      return reportIncident(desk, command);
    case 'ask-reasons':
      return askReasons(desk);
    case 'appeal':
      return appeal(desk, command);
    case 'request-substitution':
    case 'register-at-counter':
      return aroundIncident(desk, command);
    case 'give-mandate':
      return giveMandate(desk, command);
    case 'revoke-mandate':
      return revokeMandate(desk, command);
    case 'message':
      return message(desk, command);
    case 'prolong':
      return prolong(desk);
    case 'migrate':
      return migrate(desk);
    default:
      return plain(desk, command);
  }
}

type PlainCommand = Extract<
  Command,
  {
    readonly do:
      'take' | 'release' | 'reopen' | 'withdraw' | 'undo-withdrawal' | 'issue-attestation';
  }
>;

/** Commands that mean one event and nothing more. */
function plain(desk: Desk, command: PlainCommand | JourneyCommand): Decision {
  switch (command.do) {
    case 'take':
      return [{ type: 'TAKEN', body: {} }];
    case 'release':
      return [{ type: 'RELEASED', body: {} }];
    case 'reopen':
      return [{ type: 'REOPENED', body: command.reason ? { reason: command.reason } : {} }];
    case 'withdraw':
      return withdraw(desk, command.reason);
    case 'undo-withdrawal':
      return [{ type: 'WITHDRAWAL_UNDONE', body: {} }];
    case 'issue-attestation':
      return [
        {
          type: 'ATTESTATION_ISSUED',
          body: { attestation: command.attestation, kind: command.kind },
        },
      ];
    default:
      return journeyEvent(command);
  }
}

function withdraw({ plan, state }: Desk, reason: string | undefined): Decision {
  if (!canWithdraw(plan, state)) return { refused: 'not-accepted-now' };
  return [{ type: 'WITHDRAWAL_ASKED', body: reason ? { reason } : {} }];
}
