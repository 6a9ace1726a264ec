import type { Condition, Day, Duration, Moment, Pointer } from './condition.js';

export type PieceFormat = 'pdf' | 'jpeg' | 'png' | 'heic';

/** A supporting document. `anyOf` names the kinds of paper that will do, each with a label of its own. */
export interface PiecePlan {
  readonly asked: true | Condition;
  /** What its absence prevents (rules.md B6). */
  readonly needed: 'examination' | 'delivery' | 'later';
  readonly formats: readonly PieceFormat[];
  readonly anyOf?: readonly string[];
  readonly freshFor?: Duration;
  /** One for each row of this group: `./` in `asked` is the row. Its instance is named `<name>/<row id>`. */
  readonly each?: Pointer;
  /** With `each`: one for each different value of this answer of the row, `./country`. Its instance is named `<name>/<value>`. */
  readonly oncePer?: Pointer;
  /** Name of the party who gives it. */
  readonly by?: string;
  /** Bytes, one file. */
  readonly maxBytes: number;
  readonly maxFiles: number;
  readonly source: string;
}

/** V: read in the text itself; V2: secondary source; O: official but old; K: to be checked. */
export type Trust = 'V' | 'V2' | 'O' | 'K';
export interface Source {
  readonly title: string;
  readonly url?: string;
  readonly asOf?: Day;
  readonly trust: Trust;
}

/** One period of a dated value. */
export interface DatedValue {
  readonly from: Day;
  readonly until?: Day;
  readonly is: number;
  readonly unit: string;
  readonly source: string;
}

export interface WindowPlan {
  readonly opens: Moment;
  readonly closes: Moment;
  /** Text key of what a late filing means. */
  readonly lateMeans: string;
  readonly source: string;
}

export interface FeePlan {
  readonly name: string;
  /** Name of a value in cents. */
  readonly cents: string;
  /** Day whose value counts; absent: today. */
  readonly asOf?: Moment;
  readonly when?: Condition;
  readonly source: string;
}

export interface AdvicePlan {
  readonly say: string;
  readonly level: 'inform' | 'warn';
  readonly at: Pointer;
  readonly when: Condition;
  readonly source: string;
}

export interface PartyPlan {
  readonly as: 'representative' | 'co-declarant' | 'third-party';
  readonly when: Condition;
  readonly until?: Moment;
  readonly answers?: readonly Pointer[];
  readonly sees?: readonly Pointer[];
  /** Names of pieces that they are asked for. */
  readonly gives?: readonly string[];
  readonly source: string;
}

/** Dossiers that go with this one: of a spouse, of each child. */
export interface LinkPlan {
  /** One for each row of this group; `./` in `when` and `carry` is the row. */
  readonly each?: Pointer;
  readonly when?: Condition;
  /** Id of the procedure to open. */
  readonly procedure: string;
  /** Pointer here → pointer there; `.` is the whole row. Carried answers arrive marked `taken`. */
  readonly carry: Readonly<Record<Pointer, Pointer>>;
  /** `together`: offered as one filing, one attestation each. */
  readonly file: 'together' | 'apart';
  readonly source: string;
}

/** A legal delay (rules.md B7). */
export interface ClockPlan {
  readonly startsOn: readonly string[];
  readonly when?: Condition;
  readonly for: Duration;
  readonly suspendedOn?: readonly string[];
  readonly resumedOn?: readonly string[];
  readonly stopsOn: readonly string[];
  readonly thenAppends?: string;
  readonly means: string;
  readonly source: string;
  /** Only when the source says so. */
  readonly toWorkingDay?: true;
}

export interface AttestationPlan {
  readonly on?: readonly string[];
  readonly while?: Condition;
  readonly validFrom?: Moment;
  readonly ahead?: Duration;
  readonly for?: Duration;
  /** Keys of `texts.says`: what this one says beyond what every receipt says. */
  readonly says?: readonly string[];
  readonly source?: string;
}

export type Scope =
  | 'read'
  | 'draft'
  | 'suggest'
  | 'amend'
  | 'file'
  | 'message'
  | 'collect'
  | 'withdraw'
  | 'confidential';

export interface PrivacyPlan {
  readonly purpose: string;
  readonly basis: string;
  readonly source: string;
}
