import type { Condition, Day, Moment, Pointer } from './condition.js';
import type {
  AdvicePlan,
  AttestationPlan,
  ClockPlan,
  DatedValue,
  FeePlan,
  LinkPlan,
  PartyPlan,
  PiecePlan,
  PrivacyPlan,
  Scope,
  Source,
  WindowPlan,
} from './facts.js';
import type { FieldKind, FieldPlan } from './field.js';
import type { LifecyclePlan } from './journey.js';
import type { MigrationPlan } from './migration.js';

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
  /** Days between which a row holds, `./from` and `./to`: partial dates or days; no `to` means still going on. */
  readonly period?: { readonly from: Pointer; readonly to: Pointer };
  /** The rows together have to cover this span; gaps are advised, never refused. Needs `period`. */
  readonly covers?: { readonly since: Moment; readonly until: Moment; readonly source: string };
  /** Name of the party who gives its rows in the holder's place. */
  readonly by?: string;
  /** Rows can be brought in from a table: heading of the column → `./field`. */
  readonly import?: { readonly columns: Readonly<Record<string, Pointer>> };
}

/** Fields drawn together under one heading; `key` names the heading in `texts.groups`, null means no heading. */
export interface SectionPlan {
  readonly key: string | null;
  /** Pointers of fields (with `*` on an `each` step) and of repeating groups, in the order asked. */
  readonly items: readonly Pointer[];
}

/** One page of the interview. Its key in `plan.steps` is its name in `flow.json`; state names are unique across the flow, nested ones included. */
export interface StepPlan {
  readonly kind: 'fields' | 'each' | 'pieces' | 'review' | 'exit' | 'tasks';
  readonly sections: readonly SectionPlan[];
  /** `each`: one page a row of this group. */
  readonly each?: Pointer;
  /** `tasks`: names of the steps or compound states inside, done in any order. */
  readonly tasks?: readonly string[];
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
  /** Compound: pages inside, walked from `initial`; the last one, without a `NEXT` of its own, goes on with this state's (XState bubbles it up). */
  readonly initial?: string;
  readonly states?: Readonly<Record<string, FlowState>>;
  readonly on?: { readonly NEXT?: string | FlowTarget | readonly FlowTarget[] };
}
export interface FlowTarget {
  readonly target: string;
  readonly guard?: { readonly type: 'when'; readonly params: Condition };
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
  /** Absent in plans of before. */
  readonly links?: Readonly<Record<string, LinkPlan>>;
  /** Version before → how its drafts and dossiers come here (rules.md B10). */
  readonly migrations?: Readonly<Record<string, MigrationPlan>>;
  /** No filing: its exits are its answer ("which procedure do I need?"). */
  readonly guide?: true;
  /** Last day on which it can be filed. */
  readonly validUntil?: Day;
  readonly clocks: Readonly<Record<string, ClockPlan>>;
  readonly channels: Readonly<Record<string, unknown>>;
  /** What its holder may still amend after an express decision: these pointers and all below (rules.md B4). */
  readonly afterDecision?: readonly Pointer[];
  readonly mandates: Readonly<Record<string, readonly Scope[]>>;
  readonly attestations: Readonly<Record<string, AttestationPlan>>;
  readonly privacy: PrivacyPlan;
  readonly lifecycle: LifecyclePlan;
}
