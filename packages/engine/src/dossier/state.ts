import type { Day, Verdict } from '@guichet/procedure';
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
  readonly at: string;
  readonly pieces: readonly string[];
  readonly open: readonly string[];
  /** End of the delay given to answer. */
  readonly due?: string;
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
  readonly taken: boolean;
  readonly decision?: { readonly at: string; readonly outcome: 'favourable' | 'unfavourable' };
  readonly silenceAt?: string;
  readonly clocks: readonly ClockRecord[];
  readonly proposals: readonly ProposalRecord[];
  readonly requests: readonly RequestRecord[];
  readonly incidents: readonly { readonly n: number; readonly at: string }[];
  readonly attestations: readonly {
    readonly id: string;
    readonly kind: string;
    readonly at: string;
  }[];
  /** Kinds that an action of the lifecycle asked for and nobody has issued. */
  readonly owed: readonly string[];
  readonly timeline: readonly TimelineEntry[];
}
