import type { Condition, Day, Duration, Moment, Pointer } from './condition.js';

/** Field kinds that a renderer may be asked for; a plan lists in `needs` those it uses. */
export type FieldKind =
  | 'text'
  | 'long-text'
  | 'number'
  | 'money'
  | 'date'
  | 'partial-date'
  | 'month'
  | 'choice'
  | 'many-choices'
  | 'yes-no'
  | 'country'
  | 'phone'
  | 'email'
  | 'identifier'
  | 'declaration'
  | 'information';

/** Assertions on one answer: the sub-schema of a leaf, `$ref`s resolved, applicators of objects removed. */
export interface LeafSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: LeafSchema;
  readonly contains?: LeafSchema;
  readonly notBefore?: Day | Moment;
  readonly notAfter?: Day | Moment;
  readonly youngerThan?: Duration;
  readonly olderThan?: Duration;
  readonly allOf?: readonly LeafSchema[];
  readonly anyOf?: readonly LeafSchema[];
  readonly not?: LeafSchema;
}

/** One question. Its key in `plan.fields` is its pointer, with `*` for a row. */
export interface FieldPlan {
  readonly kind: FieldKind;
  readonly schema: LeafSchema;
  /** Activity: absent means always. T shown; F inactive; U not yet (rules.md A7). A `*` binds to the same row as the field's. */
  readonly show?: Condition;
  /** Absent: optional. `true`: whenever active. Condition: required when T. */
  readonly required?: true | Condition;
  /** Name of the source that forbids the mark `unknown`. */
  readonly mustKnow?: string;
  /** Name of the source that lets this field's assertions stop a filing beyond R13's closed list. */
  readonly blocks?: string;
  /** `true` when texts hold `fields.<pointer>.why`. */
  readonly why?: true;
  readonly source?: string;
  readonly confidential?: true;
  /** HTML autocomplete token(s). */
  readonly autocomplete?: string;
  /** HTML inputmode. */
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  /** Money: ISO 4217 code; number: unit key of the texts. Money answers are integers in cents. */
  readonly unit?: string;
}

/** A repeating group. Its key in `plan.groups` is its pointer (`/studies/years`). */
export interface GroupPlan {
  /** Field shown as the title of a row, relative: `./diploma`. */
  readonly title?: string;
  /** Patterns of the questions of a row, in schema order; keys of `fields` are sorted once served. Absent in plans of before. */
  readonly fields?: readonly Pointer[];
  readonly minItems?: number;
  readonly maxItems: number;
  readonly show?: Condition;
  readonly required?: true | Condition;
  readonly source?: string;
}

/** Fields drawn together under one heading; `key` names the heading in `texts.groups`, null means no heading. */
export interface SectionPlan {
  readonly key: string | null;
  /** Pointers of fields (with `*` on an `each` step) and of repeating groups, in the order asked. */
  readonly items: readonly Pointer[];
}

/** One page of the interview. Its key in `plan.steps` is its name in `flow.json`. */
export interface StepPlan {
  readonly kind: 'fields' | 'each' | 'pieces' | 'review' | 'exit';
  readonly sections: readonly SectionPlan[];
  /** `each`: one page a row of this group. */
  readonly each?: Pointer;
  readonly exit?: {
    readonly say: string;
    readonly carry: readonly Pointer[];
    readonly procedure?: string;
  };
}

/** XState v5 machine configuration as authored, without `meta`; guards are `{ type: 'when', params: Condition }`. */
export interface FlowPlan {
  readonly id: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, FlowState>>;
}
export interface FlowState {
  readonly on?: { readonly NEXT?: string | FlowTarget | readonly FlowTarget[] };
}
export interface FlowTarget {
  readonly target: string;
  readonly guard?: { readonly type: 'when'; readonly params: Condition };
}

export type PieceFormat = 'pdf' | 'jpeg' | 'png' | 'heic';

/** A supporting document. `anyOf` names the kinds of paper that will do, each with a label of its own. */
export interface PiecePlan {
  readonly asked: true | Condition;
  /** What its absence prevents (rules.md B6). */
  readonly needed: 'examination' | 'delivery' | 'later';
  readonly formats: readonly PieceFormat[];
  readonly anyOf?: readonly string[];
  readonly freshFor?: Duration;
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

/** What a journey state tells a person. */
export interface JourneyMeta {
  readonly label: string;
  readonly means: string;
  readonly turn: 'holder' | 'service' | 'third-party' | 'nobody';
  /** Name of the clock that bounds the wait, or none with its source. */
  readonly clock?: string | { readonly none: string; readonly source: string };
  readonly can: readonly string[];
  /** Set on the states after an express decision. */
  readonly decided?: true;
}

/** XState v5 configuration of the journey; `meta` on each state (rules.md B3). */
export interface LifecyclePlan {
  readonly id: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, JourneyState>>;
  readonly on?: Readonly<Record<string, unknown>>;
}
export interface JourneyState {
  readonly meta?: JourneyMeta;
  readonly initial?: string;
  readonly states?: Readonly<Record<string, JourneyState>>;
  readonly on?: Readonly<Record<string, unknown>>;
  readonly entry?: unknown;
  readonly exit?: unknown;
  readonly tags?: readonly string[];
  readonly description?: string;
}

/**
 * A procedure lowered for running: structure only, no words.
 *
 * `readers` maps a pattern pointer, `today` or `filing` to everything computed
 * from it: field pointers, group pointers, and `@piece/<name>`, `@advice/<n>`,
 * `@fee/<n>`, `@flow`, `@window`. Transitive readers are included, so one look-up
 * names all that a change can touch. `activity` lists the fields and groups with
 * a `show`, deciders first (rules.md A8).
 */
export interface Plan {
  readonly format: 1;
  readonly needs: readonly FieldKind[];
  readonly id: string;
  readonly version: string;
  readonly validFrom: Day;
  readonly languages: readonly string[];
  readonly fields: Readonly<Record<Pointer, FieldPlan>>;
  readonly groups: Readonly<Record<Pointer, GroupPlan>>;
  readonly activity: readonly Pointer[];
  readonly readers: Readonly<Record<string, readonly string[]>>;
  readonly steps: Readonly<Record<string, StepPlan>>;
  readonly flow: FlowPlan;
  readonly pieces: Readonly<Record<string, PiecePlan>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly values: Readonly<Record<string, readonly DatedValue[]>>;
  readonly window?: WindowPlan;
  readonly fees: readonly FeePlan[];
  readonly advice: readonly AdvicePlan[];
  readonly parties: Readonly<Record<string, PartyPlan>>;
  readonly clocks: Readonly<Record<string, ClockPlan>>;
  readonly channels: Readonly<Record<string, unknown>>;
  /** What its holder may still amend after an express decision: these pointers and all below (rules.md B4). */
  readonly afterDecision?: readonly Pointer[];
  readonly mandates: Readonly<Record<string, readonly Scope[]>>;
  readonly attestations: Readonly<Record<string, AttestationPlan>>;
  readonly privacy: PrivacyPlan;
  readonly lifecycle: LifecyclePlan;
}
