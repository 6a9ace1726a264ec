import type { Plan } from '@guichet/procedure';
import { accepts } from './accepts.js';
import { canWithdraw } from './can-withdraw.js';
import type { CommandName } from './commands/command.js';
import { amendingOf } from './etag.js';
import { metaAt } from './journey/meta.js';
import { liveClock } from './records/clocks.js';
import { waitingFor } from './records/proposals.js';
import { openPieces } from './records/requests.js';
import type { DossierState } from './state.js';

type Test = (plan: Plan, state: DossierState) => boolean;

/**
 * What a holder can ask of a dossier now, each with its test.
 *
 * These are rights of every dossier, computed from the state, so that no `meta.can` has to list them and none can
 * forget one; `amend` is there before every express decision (R2).
 */
const rights: Readonly<Partial<Record<CommandName, Test>>> = {
  // After a decision contact and address stay open, where the procedure says which they are (rules.md B4).
  amend: (plan, state) =>
    state.version > 0 && (amendingOf(state) !== 'closed' || (plan.afterDecision ?? []).length > 0),
  transmit: (plan, state) =>
    state.prepared && state.filedAt === undefined && accepts(plan, state, 'TRANSMITTED'),
  'supply-pieces': (_, state) =>
    state.decision === undefined && openPieces(state.requests).length > 0,
  'answer-proposal': (_, state) => waitingFor(state.proposals, 'holder').length > 0,
  withdraw: canWithdraw,
  'undo-withdrawal': (_, state) => liveClock(state.clocks, 'withdrawal') !== undefined,
  reopen: (plan, state) => accepts(plan, state, 'REOPENED'),
  'report-incident': () => true,
  'ask-reasons': (_, state) =>
    state.silenceAt !== undefined || state.decision?.outcome === 'unfavourable',
  appeal: (_, state) => state.silenceAt !== undefined || state.decision !== undefined,
};

/**
 * What else a state may tell the holder that they can do: a name outside this list is nothing that anybody can do, and
 * is not said. `collect` is done at a counter, and by no command of theirs.
 */
const told = [
  'message',
  'give-mandate',
  'revoke-mandate',
  'request-substitution',
  'collect',
] as const;

/** Names of what the holder can do now: the rights above, then what the state's meta adds that they do not govern. */
export function canDo(plan: Plan, state: DossierState): readonly string[] {
  const held = Object.entries(rights)
    .filter(([, test]) => test(plan, state))
    .map(([name]) => name);
  const added = metaAt(plan, state.journey)
    .can.map(kebab)
    .filter((name) => (told as readonly string[]).includes(name));
  return [...new Set([...held, ...added])];
}

/** `supplyPieces`, as a case or a lifecycle may write it, is the command `supply-pieces`. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
