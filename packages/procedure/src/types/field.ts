import type { Compute } from './compute.js';
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
  | 'computed'
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
  /** Never typed: the value follows from other answers, and is filed with them. */
  readonly compute?: Compute;
  /** Answers that a list can fill in; what is typed stays free when the list cannot be had. */
  readonly lookup?: LookupPlan;
  /** Name of the party who answers it in the holder's place; while the party is asked, it is awaited from them. */
  readonly by?: string;
}

/** A list outside the procedure (communes of a post code, schools…), asked through a port. */
export interface LookupPlan {
  /** Name that the host's port knows: `communes-fr`. */
  readonly list: string;
  /** Answers sent beside the text typed; `./` is the object around the field. */
  readonly with?: readonly Pointer[];
  /** Member of the entry chosen → pointer that it fills. */
  readonly fills: Readonly<Record<string, Pointer>>;
  readonly source?: string;
}
