import type { Day, Pointer, Verdict } from '@guichet/procedure';

/** A fault without words: what the interpreter and, after the filter, Ajv must agree on. */
export interface RawIssue {
  readonly pointer: Pointer;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly stops: boolean;
}

/** Something that a party is asked for and has not given. */
export type Awaited =
  | { readonly pointer: Pointer; readonly from: string }
  | { readonly piece: string; readonly from: string };

/** Everything that the rules say of one version at one time; the same in the page and in the service. */
export interface Judgement {
  readonly issues: readonly RawIssue[];
  /** Required when active, neither answered nor marked. */
  readonly toComplete: readonly Pointer[];
  /** Answered but inactive: must not be in a version. */
  readonly inactive: readonly Pointer[];
  readonly pieces: readonly {
    readonly name: string;
    readonly asked: Verdict;
    readonly needed: 'examination' | 'delivery' | 'later';
    readonly given: 'files' | 'missing' | 'awaited' | 'nothing';
    /** Of files whose paper must be recent: judged on the day of filing, whatever day it is now. */
    readonly fresh?: Verdict;
  }[];
  /** Not the holder's to give: what the parties who are asked have not given yet. It stops nothing. */
  readonly awaited?: readonly Awaited[];
  readonly parties?: readonly {
    readonly name: string;
    readonly as: 'representative' | 'co-declarant' | 'third-party';
    readonly asked: Verdict;
  }[];
  readonly window: {
    readonly inWindow: Verdict;
    /** Too early and too late are both out of the window and mean the contrary; `unknown` also while an incident excuses. */
    readonly state: 'before' | 'in' | 'after' | 'unknown';
    readonly opens: Day | undefined;
    readonly closes: Day | undefined;
  };
  /** Every asked piece needed for examination is there (rules.md B6). */
  readonly complete: Verdict;
  readonly fees: readonly {
    readonly name: string;
    readonly cents: number;
    readonly due: Verdict;
    readonly source: string;
  }[];
  /** Clock name → verdict of its `when`. */
  readonly clocks: Readonly<Record<string, Verdict>>;
}
