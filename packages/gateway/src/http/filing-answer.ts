import type { FilingAnswer, Receipt } from '@guichet/engine';
import type { Answer } from '../gateway.js';
import type { AlreadyFiled, IssuesProblem } from '../wire.js';

/**
 * Reads what the service said to a filing.
 *
 * The profile in the receipt decides between *filed* and *prepared*: under `third-party` nothing is
 * filed with the authority yet (design §4.8).
 */
export function readFilingAnswer(answer: Answer<Receipt>): FilingAnswer {
  if (answer.is === 'ok') {
    const receipt = answer.value;
    return { is: receipt.profile === 'third-party' ? 'prepared' : 'filed', receipt };
  }
  return readRefusal(answer);
}

/** Reads what the service said to an amendment. */
export function readAmendmentAnswer(answer: Answer<Receipt>): FilingAnswer {
  return answer.is === 'ok' ? { is: 'amended', receipt: answer.value } : readRefusal(answer);
}

function readRefusal(answer: Exclude<Answer<Receipt>, { is: 'ok' }>): FilingAnswer {
  if (answer.is === 'unreachable') return answer;
  const { code, message, body } = answer;
  if (code === 'already-filed' && 'receipt' in body) {
    const { receipt, difference } = body as unknown as AlreadyFiled;
    return { is: 'already-filed', receipt, difference };
  }
  if (code === 'issues' && Array.isArray(body['issues'])) {
    return { is: 'issues', issues: (body as unknown as IssuesProblem).issues };
  }
  return { is: 'refused', code, message };
}
