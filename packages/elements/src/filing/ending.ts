import type { FilingOutcome, Receipt } from '@guichet/engine';
import type { Day } from '@guichet/procedure';

/** Outcomes that take the whole page. */
export type Ending =
  | Extract<FilingOutcome, { is: 'filed' | 'prepared' | 'amended' }>
  | { readonly is: 'scheduled'; readonly on: Day };

/** A receipt that is there already, as the outcome it was; *filed* only once an authority has it (design.md §4.8). */
export function endingOf(receipt: Receipt): Extract<FilingOutcome, { is: 'filed' | 'prepared' }> {
  const isPrepared = receipt.profile === 'third-party' && !receipt.view.sentToAuthority;
  return { is: isPrepared ? 'prepared' : 'filed', receipt };
}

/** Whether an outcome takes the page; the others are said beside the button. */
export function isEnding(outcome: FilingOutcome): outcome is Ending {
  // A day cancelled is scheduled for no day.
  if (outcome.is === 'scheduled') return outcome.on !== null;
  return outcome.is === 'filed' || outcome.is === 'prepared' || outcome.is === 'amended';
}
