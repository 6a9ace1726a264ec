import type { Day } from '@guichet/procedure';
import type { ChangeSet } from '../draft.js';
import type { RenamedRecords } from './migration/moved-records.js';

export interface Author {
  readonly as: 'holder' | 'representative' | 'helper' | 'officer' | 'service' | 'clock';
  readonly name?: string;
  readonly quality?: string;
  readonly service?: string;
  /** Under a mandate: for whom. */
  readonly for?: string;
}

/** The closed list of `schemas/meta/events.schema.json`. */
export type EventType =
  | 'FILED'
  | 'PREPARED'
  | 'TRANSMITTED'
  | 'AMENDED'
  | 'AMENDMENT_PROPOSED'
  | 'PROPOSAL_ANSWERED'
  | 'TAKEN'
  | 'RELEASED'
  | 'TRANSFERRED'
  | 'PIECES_REQUESTED'
  | 'PIECES_SUPPLIED'
  | 'PROLONGED'
  | 'DECIDED'
  | 'SILENCE_REACHED'
  | 'REASONS_ASKED'
  | 'APPEALED'
  | 'CLOSED'
  | 'REOPENED'
  | 'WITHDRAWAL_ASKED'
  | 'WITHDRAWAL_UNDONE'
  | 'WITHDRAWN'
  | 'PRODUCED'
  | 'COLLECTED'
  | 'INTERVIEW_SET'
  | 'INTERVIEW_HELD'
  | 'OPINION_ASKED'
  | 'OPINION_GIVEN'
  | 'MESSAGE_SENT'
  | 'MANDATE_GIVEN'
  | 'MANDATE_REVOKED'
  | 'INCIDENT_RECORDED'
  | 'SUBSTITUTION_REQUESTED'
  | 'REGISTERED_AT_COUNTER'
  | 'ATTESTATION_ISSUED'
  | 'CLOCK_ENDED'
  | 'CLOCK_CORRECTED'
  | 'MIGRATED';

/**
 * One fact in the log. What a command decided is inside `body` (`inWindow`, `complete`, `due`…), so that a
 * replay never re-decides. Bodies hold no answers: those are in versions.
 */
export interface DossierEvent {
  readonly seq: number;
  readonly type: EventType;
  /** ISO instant of the act, or a clock's end. */
  readonly occurredAt: string;
  /** ISO instant when written. */
  readonly recordedAt: string;
  /** ISO instant that counts, when it is not `occurredAt` (rules.md B9). */
  readonly effectiveAt?: string;
  readonly by: Author;
  readonly body: EventBody;
}

export interface EventBody {
  /** FILED, PREPARED, AMENDED: number of the version made. */
  readonly version?: number;
  /** FILED, TRANSMITTED: three-valued, as decided then. */
  readonly inWindow?: 'true' | 'false' | 'unknown';
  /** FILED, PREPARED, TRANSMITTED: on which side of the window, since too early is not too late. */
  readonly windowState?: 'before' | 'in' | 'after' | 'unknown';
  readonly complete?: 'true' | 'false' | 'unknown';
  /** FILED, PREPARED, TRANSMITTED: piece → whether its paper was recent enough that day. */
  readonly fresh?: Readonly<Record<string, 'true' | 'false' | 'unknown'>>;
  /** FILED, PREPARED: ISO instant since when filing was tried in vain, as the device claims (rules.md B9). */
  readonly incidentSince?: string;
  /** Clocks started, suspended, resumed, stopped or corrected by this event. */
  readonly clocks?: readonly ClockChange[];
  readonly difference?: ChangeSet;
  readonly reason?: string;
  readonly pieces?: readonly string[];
  readonly proposal?: number;
  readonly accepted?: boolean;
  readonly outcome?: 'favourable' | 'unfavourable';
  readonly clock?: string;
  readonly n?: number;
  readonly due?: string;
  readonly proof?: { readonly kind: string; readonly reference?: string; readonly sha256?: string };
  readonly attestation?: string;
  readonly kind?: string;
  readonly lang?: string;
  readonly textsHash?: string;
  /** INTERVIEW_SET: when, as an ISO instant, and where. */
  readonly on?: string;
  readonly place?: string;
  /** PROLONGED, ATTESTATION_ISSUED: first and last day of what it attests. */
  readonly validFrom?: Day;
  readonly validUntil?: Day;
  /** MIGRATED: version come from, version come to, and where the dossier stands then. */
  readonly from?: string;
  readonly to?: string;
  readonly state?: string;
  /** MIGRATED: new names of its clocks and of the pieces asked. */
  readonly records?: RenamedRecords;
  /** MIGRATED: what puts the answers where they are asked now; it makes `version`. */
  readonly patch?: ChangeSet;
  readonly [more: string]: unknown;
}

/**
 * What an event does to a clock, computed when the event was written. `spentDays` counts days suspended;
 * `lastDay` is there when `due` was moved to a working day, and is the day before that move.
 */
export type ClockChange =
  | {
      readonly do: 'start';
      readonly name: string;
      readonly n: number;
      readonly startedAt: string;
      readonly runFor: string;
      readonly due: string;
      readonly lastDay?: Day;
      readonly spentDays?: number;
    }
  | { readonly do: 'verify'; readonly name: string }
  | { readonly do: 'suspend'; readonly name: string; readonly n: number; readonly since: Day }
  | {
      readonly do: 'resume';
      readonly name: string;
      readonly n: number;
      readonly spentDays: number;
      readonly due: string;
      readonly lastDay?: Day;
    }
  | { readonly do: 'stop'; readonly name: string; readonly n: number };
