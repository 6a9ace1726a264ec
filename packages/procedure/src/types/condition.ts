/** RFC 6901 JSON pointer. Below a repeating group a segment is a row id (at run time) or `*` (in plans, texts and conditions). */
export type Pointer = string;

/** Calendar day, `YYYY-MM-DD`, in the operator's zone. */
export type Day = string;

/** EDTF calendar day that may lack its day or month: `1980`, `1980-07`, `1980-07-12`. */
export type PartialDay = string;

/** ISO 8601 duration in whole years, months, weeks or days, possibly negative: `P4M`, `-P120D`. */
export type Duration = string;

/** A condition's value: unknown is neither true nor false (Kleene). */
export type Verdict = 'true' | 'false' | 'unknown';

/** A calendar day computed from an answer, from today, from the day of filing or from an event. */
export interface Moment {
  readonly from: Pointer | 'today' | 'filing' | `event:${string}`;
  readonly add?: Duration;
}

/** What `is` may hold: a closed set, so that the pointers a condition reads are exactly its `at`s and those of its moments. */
export interface Test {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
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
  readonly contains?: Test;
  readonly notBefore?: Day | Moment;
  readonly notAfter?: Day | Moment;
  readonly youngerThan?: Duration;
  readonly olderThan?: Duration;
  /** Name of a dated value of `procedure.json`. */
  readonly below?: string;
  /** Name of a dated value of `procedure.json`. */
  readonly atLeast?: string;
  readonly allOf?: readonly Test[];
  readonly anyOf?: readonly Test[];
  readonly not?: Test;
}

export type FactName = 'complete' | 'inWindow' | 'undecided' | 'taken';

/**
 * One thing everywhere: in flow guards, branches of the data schema, pieces, advice, fees, parties, clocks, attestations.
 * Inside `some` and `every` a pointer may start with `./` (the row).
 */
export type Condition =
  | { readonly at: Pointer; readonly is: Test }
  | { readonly at: Pointer; readonly known: boolean }
  | { readonly fact: FactName }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly some: Pointer; readonly where: Condition }
  | { readonly every: Pointer; readonly where: Condition };
