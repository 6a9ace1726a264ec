import type { Duration } from '@guichet/procedure';

/** Evidence kept with an event: what it is, where it can be found, its digest. */
export interface Proof {
  readonly kind: string;
  readonly reference?: string;
  readonly sha256?: string;
  /** Closing only: ISO instant at which the notice reached the person. */
  readonly deliveredAt?: string;
}

export interface ProposalAnswer {
  readonly proposal: number;
  readonly accepted: boolean;
  readonly reason?: string;
}

/** What somebody asks of a dossier: the name a page sends, and what it carries. What it means is decided by `handleCommand`. */
export type Command =
  | { readonly do: 'file' }
  | { readonly do: 'prepare' }
  /** Third party: the dossier has reached the authority, with its proof. */
  | { readonly do: 'transmit'; readonly proof: Proof; readonly effectiveAt: string }
  /** The difference itself comes with the context. */
  | { readonly do: 'amend'; readonly reason?: string }
  | ({ readonly do: 'answer-proposal' } & ProposalAnswer)
  | { readonly do: 'take' }
  | { readonly do: 'release' }
  | {
      readonly do: 'decide';
      readonly outcome: 'favourable' | 'unfavourable';
      readonly reasons: string;
      readonly answers?: readonly ProposalAnswer[];
    }
  | { readonly do: 'close'; readonly reason: string; readonly proof?: Proof }
  | { readonly do: 'reopen'; readonly reason?: string }
  | { readonly do: 'withdraw'; readonly reason?: string }
  | { readonly do: 'undo-withdrawal' }
  /** `effectiveAt`: when the channel failed, if that was earlier. */
  | {
      readonly do: 'report-incident';
      readonly kind: string;
      readonly reason?: string;
      readonly effectiveAt?: string;
      readonly proof?: Proof;
    }
  | {
      readonly do: 'request-pieces';
      readonly pieces: readonly string[];
      readonly within: Duration;
      readonly reason?: string;
    }
  | { readonly do: 'supply-pieces'; readonly pieces: readonly string[]; readonly reason?: string }
  | {
      readonly do: 'correct-clock';
      readonly clock: string;
      readonly n: number;
      readonly due: string;
      readonly reason: string;
    }
  | { readonly do: 'hand-over' }
  /** The document is made. */
  | { readonly do: 'produce' }
  | { readonly do: 'transfer'; readonly to: string; readonly reason?: string }
  /** `on`: ISO instant. */
  | {
      readonly do: 'set-interview';
      readonly on: string;
      readonly place: string;
      readonly reason?: string;
    }
  | { readonly do: 'hold-interview'; readonly reason?: string }
  | { readonly do: 'ask-opinion'; readonly of: string; readonly reason?: string }
  | { readonly do: 'give-opinion'; readonly reason?: string }
  /** `n`: the incident it is about; the last one otherwise. */
  | { readonly do: 'request-substitution'; readonly n?: number; readonly reason?: string }
  | { readonly do: 'register-at-counter'; readonly n?: number; readonly reason?: string }
  /** `until`: last day. */
  | {
      readonly do: 'give-mandate';
      readonly to: string;
      readonly scopes: readonly string[];
      readonly until?: string;
    }
  | { readonly do: 'revoke-mandate'; readonly n: number }
  /** `answers`: number of the message it answers. */
  | { readonly do: 'message'; readonly text: string; readonly answers?: number }
  /** Attests every period that is due; the service's own act. */
  | { readonly do: 'prolong' }
  | { readonly do: 'ask-reasons' }
  | { readonly do: 'appeal'; readonly to: string }
  /** Brings the dossier to the version of the context; the service's own act. */
  | { readonly do: 'migrate' }
  | { readonly do: 'issue-attestation'; readonly attestation: string; readonly kind: string };

export type CommandName = Command['do'];

/** Why a command was not carried out. Codes are stable; pages and services put words on them. */
export type RefusalCode =
  | 'not-allowed'
  | 'not-accepted-now'
  | 'command-unknown'
  | 'command-malformed'
  | 'third-party-cannot-file'
  | 'authority-files'
  | 'nothing-changed'
  | 'version-changed'
  | 'amending-closed'
  | 'judgement-missing'
  | 'filing-has-issues'
  | 'effective-in-future'
  | 'effective-too-early'
  | 'proof-missing'
  | 'officer-incomplete'
  | 'reasons-missing'
  | 'proposal-unknown'
  | 'proposal-unanswered'
  | 'closing-too-early'
  | 'piece-unknown'
  | 'piece-not-requested'
  | 'delay-missing'
  | 'clock-unknown'
  | 'version-unknown'
  | 'mandate-unknown'
  | 'incident-unknown'
  | 'nothing-owed';

export interface Refusal {
  readonly refused: RefusalCode;
  /** Day before which a closing is refused, names of unknown pieces… never an answer. */
  readonly detail?: string;
}
