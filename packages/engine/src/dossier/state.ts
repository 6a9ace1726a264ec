import type { Day, Scope, Verdict } from '@guichet/procedure';
import type { Author, EventType } from './events.js';

/** A legal delay running on a dossier (rules.md B7). `lastDay` is its last day before any shift to a working day. */
export interface ClockRecord {
  readonly name: string;
  readonly n: number;
  readonly state: 'running' | 'suspended' | 'ended' | 'stopped' | 'to-verify';
  readonly startedAt?: string;
  readonly runFor?: string;
  /** Days spent suspended so far; they were added to `due`. */
  readonly spent: number;
  readonly lastDay?: Day;
  readonly due?: string;
  /** First whole day that does not count. */
  readonly suspendedSince?: Day;
  readonly endedAt?: string;
}

/** An amendment that somebody has to answer (rules.md B5). */
export interface ProposalRecord {
  readonly n: number;
  readonly at: string;
  readonly by: Author;
  readonly to: 'holder' | 'officer';
  readonly base: number;
  readonly state: 'waiting' | 'accepted' | 'refused';
}

/** A dated request for pieces (rules.md B6); open until every piece named has been supplied. */
export interface RequestRecord {
  readonly n: number;
  readonly state: 'open' | 'supplied';
  readonly at: string;
  readonly pieces: readonly string[];
  readonly open: readonly string[];
  /** End of the delay given to answer. */
  readonly due?: string;
}

/** A right that the holder gives somebody, for a time (design.md §4.7). Whether its day has come is time's to say. */
export interface MandateRecord {
  readonly n: number;
  readonly at: string;
  /** Name under which the holder knows them. */
  readonly to: string;
  readonly scopes: readonly Scope[];
  /** Last day it holds. */
  readonly until?: Day;
  readonly state: 'active' | 'revoked';
}

/** Something written by one side to the other; what it says is in its event. */
export interface MessageRecord {
  readonly n: number;
  readonly at: string;
  readonly by: Author['as'];
  readonly state: 'sent' | 'answered';
}

/** A failure of a channel, recorded; possibly before anything was filed. */
export interface IncidentRecord {
  readonly n: number;
  readonly at: string;
  readonly state: 'open' | 'proved' | 'substitution-requested' | 'registered';
}

/** An attestation issued; `validFrom` and `validUntil` where it holds for a time. */
export interface AttestationRecord {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly validFrom?: Day;
  readonly validUntil?: Day;
}

/** A period that an attestation `while` something is true was owed for. */
export interface ProlongedPeriod {
  readonly kind: string;
  readonly validFrom: Day;
  readonly validUntil: Day;
}

export interface TimelineEntry {
  readonly seq: number;
  readonly type: EventType;
  readonly at: string;
  readonly by: Author;
  readonly note?: string;
}

/**
 * All that the events of one dossier say, and nothing that only time says.
 *
 * Plain data: the same plan and events give the same canonical JSON (design.md §7).
 */
export interface DossierState {
  readonly seq: number;
  /** Version of the procedure whose journey it is in. */
  readonly under: string;
  /** Dotted path of the state in lifecycle.json. */
  readonly journey: string;
  readonly since: string;
  /** Number of the current version; 0 before the first. */
  readonly version: number;
  /** Zone in which this dossier's days are counted, fixed by its first event. */
  readonly zone: string;
  readonly prepared: boolean;
  readonly filedAt?: string;
  readonly inWindow?: Verdict;
  readonly windowState?: 'before' | 'in' | 'after' | 'unknown';
  readonly complete?: Verdict;
  /** Since when it is complete without a break. */
  readonly completeSince?: string;
  readonly taken: boolean;
  /** Service that has it since it was transferred; before that, the one it was filed with. */
  readonly service?: { readonly name: string; readonly since: string };
  /** Where it was when its withdrawal was asked: undone, it is there again. */
  readonly askedFrom?: string;
  /** Interview to come: when and where. */
  readonly interview?: { readonly on: string; readonly place: string };
  /** Closed or withdrawn, and not reopened. */
  readonly endedAt?: string;
  readonly decision?: { readonly at: string; readonly outcome: 'favourable' | 'unfavourable' };
  readonly silenceAt?: string;
  readonly clocks: readonly ClockRecord[];
  readonly proposals: readonly ProposalRecord[];
  readonly requests: readonly RequestRecord[];
  readonly mandates: readonly MandateRecord[];
  readonly messages: readonly MessageRecord[];
  readonly incidents: readonly IncidentRecord[];
  readonly attestations: readonly AttestationRecord[];
  /** Periods prolonged, each attested once. */
  readonly prolonged: readonly ProlongedPeriod[];
  /** Kinds that an action of the lifecycle asked for and nobody has issued. */
  readonly owed: readonly string[];
  readonly timeline: readonly TimelineEntry[];
}
