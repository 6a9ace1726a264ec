import type { Operator } from '@guichet/procedure';
import type { Author } from '../events.js';
import type { DossierState } from '../state.js';
import type { Command, CommandName } from './command.js';

type Role = Author['as'];

const holder: readonly Role[] = ['holder', 'representative'];
const officer: readonly Role[] = ['officer'];

/** Acts that only the authority's own officers do: under a third party's roof they would state what nobody decided. */
const ofTheAuthority: readonly CommandName[] = [
  'take',
  'release',
  'decide',
  'close',
  'request-pieces',
  'reopen',
  'transfer',
  'set-interview',
  'hold-interview',
  'ask-opinion',
  'give-opinion',
  'produce',
];

/** Who may do what. What is not here is refused; a helper's scopes are not in this table but in mandates. */
const table: Readonly<Record<CommandName, readonly Role[]>> = {
  file: [...holder, 'service'],
  prepare: [...holder, 'service'],
  // Whoever runs a third party's service took it there, and has the proof.
  transmit: [...holder, 'helper'],
  amend: holder,
  'answer-proposal': [...holder, ...officer],
  take: officer,
  release: officer,
  decide: officer,
  close: officer,
  reopen: [...holder, ...officer],
  withdraw: holder,
  'undo-withdrawal': holder,
  'report-incident': [...holder, ...officer, 'helper', 'service'],
  'request-pieces': officer,
  'supply-pieces': [...holder, ...officer],
  'correct-clock': officer,
  'hand-over': officer,
  'ask-reasons': holder,
  appeal: holder,
  produce: officer,
  transfer: officer,
  'set-interview': officer,
  'hold-interview': officer,
  'ask-opinion': officer,
  'give-opinion': officer,
  'request-substitution': [...holder, 'helper'],
  'register-at-counter': officer,
  'give-mandate': holder,
  'revoke-mandate': holder,
  message: [...holder, ...officer],
  prolong: ['service'],
  migrate: ['service', ...officer],
  'issue-attestation': ['service'],
};

/** Whether somebody may ask this at all: deny by default. Whether the dossier allows it now is another question. */
export function mayDo(
  by: Author,
  command: Command,
  state: DossierState,
  profile: Operator['profile'] = 'administration',
): boolean {
  if (!table[command.do].includes(by.as)) return false;
  const isDesk = by.as === 'officer' || by.as === 'helper';
  if (profile === 'third-party' && isDesk && ofTheAuthority.includes(command.do)) return false;
  if (command.do === 'answer-proposal') return answers(by, command.proposal, state);
  return true;
}

/** The commands a role may ever ask. */
export function commandsOf(role: Role): readonly CommandName[] {
  return (Object.keys(table) as CommandName[]).filter((name) => table[name].includes(role));
}

/** A proposal is answered by the one it was made to. An unknown one is refused later, under its own code. */
function answers(by: Author, n: number, state: DossierState): boolean {
  const proposal = state.proposals.find((each) => each.n === n);
  if (!proposal) return true;
  return proposal.to === 'officer' ? by.as === 'officer' : holder.includes(by.as);
}
