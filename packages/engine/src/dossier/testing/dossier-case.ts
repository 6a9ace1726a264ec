import type { ClockPlan, Plan, Verdict } from '@guichet/procedure';
import type { Author } from '../events.js';

/** One thing done: `"take"`, or `{ "requestPieces": ["identity"] }`, or `{ "decide": { "outcome": … } }`. */
export type Doing = string | Readonly<Record<string, unknown>>;

/**
 * One moment in the life of a dossier, as a case writes it: when, by whom, what, and what must then be true.
 * Also the form of the `then` part of a procedure's case.
 */
export interface DossierStep {
  /** ISO instant; or `after`, calendar days from the first moment. Neither: the same moment as the one before. */
  readonly at?: string;
  readonly after?: string;
  readonly by?: Author['as'] | Author;
  readonly do?: readonly Doing[];
  readonly expect?: DossierExpectation;
}

/** What is compared; what is not written is not looked at. */
export interface DossierExpectation {
  /**
   * Types appended by this moment, clock events included, in order. Where nothing is done: those a reader sees that
   * nobody has recorded.
   */
  readonly events?: readonly string[];
  /** Code of the error that the last thing done throws: a broken plan, never what a person did. */
  readonly throws?: string;
  /** Answers in force. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** Code of the refusal of the last thing done. */
  readonly refused?: string;
  readonly journey?: string;
  /** The same, as a procedure's case writes it. */
  readonly state?: string;
  /** Kinds of attestation owed on the events of this moment. */
  readonly attested?: readonly string[];
  readonly turn?: string;
  readonly version?: number;
  readonly etag?: string;
  readonly amending?: string;
  readonly complete?: Verdict;
  readonly inWindow?: Verdict;
  readonly windowState?: string;
  readonly filedAt?: string;
  readonly sentToAuthority?: boolean;
  readonly can?: readonly string[];
  readonly cannot?: readonly string[];
  /** Clock → state of its latest run, or `{ state, n, due }` with `due` as an instant or as a day of the zone. */
  readonly clocks?: Readonly<
    Record<string, string | { readonly state?: string; readonly n?: number; readonly due?: string }>
  >;
  readonly proposals?: readonly string[];
  /** State of each request, mandate (those that hold), incident. */
  readonly requests?: readonly string[];
  readonly mandates?: readonly string[];
  readonly incidents?: readonly string[];
  /** Name of the service that has it since a transfer; null: no transfer. */
  readonly service?: string | null;
  /** Where the interview to come is; null: none is to come. */
  readonly interview?: string | null;
  /** Attestations that should be there: `"filing"`, or `"prolongation 2027-01-01/2027-03-31"`, or `"prolongation watch"`. */
  readonly owed?: readonly string[];
  /** Types seen in the timeline at that moment, virtual ends included. */
  readonly timeline?: readonly string[];
}

/** A case of rules.md B: a dossier under one plan, moment by moment. */
export interface DossierCase {
  readonly title: string;
  readonly rule: string;
  readonly profile?: 'administration' | 'third-party';
  readonly zone?: string;
  /** Run on the journey that procedures share only: the small one has not these states. */
  readonly on?: 'shared';
  /** Questions and attestations added to the plan of the cases. */
  readonly plan?: Pick<Plan, 'fields' | 'attestations'>;
  /** What the rules say of the version at each filing; the rest is sound. */
  readonly judgement?: {
    readonly complete?: Verdict;
    readonly inWindow?: Verdict;
    /** Absent: `after` when `inWindow` is false. */
    readonly windowState?: 'before' | 'in' | 'after' | 'unknown';
    readonly clocks?: Readonly<Record<string, Verdict>>;
  };
  /** Version it is filed under, of those beside the cases; `{ "migrate": version }` brings it to another. */
  readonly under?: string;
  /** Answers as filed; none unless said. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** ISO instant at which the draft was begun. */
  readonly begunAt?: string;
  /** Clocks added to the plan of the cases, or put in place of its own. */
  readonly clocks?: Readonly<Record<string, ClockPlan>>;
  readonly then: readonly DossierStep[];
}
