import type { Condition, Moment, Pointer } from './condition.js';

/**
 * A value that follows from answers: a closed set, no expression strings.
 *
 * Numbers keep the unit of what they are read from (money: integer cents). A part that is not
 * known makes the whole unknown, and an unknown value is no answer; an inactive answer counts
 * for nothing in `sum`, `sumOver`, `least` and `greatest`, and makes everything else unknown.
 * `./` pointers are bound to the row, inside `sumOver` and `countOf` and in a field of a row.
 */
export type Compute =
  | number
  /** The answer itself, of any type. */
  | { readonly at: Pointer }
  /** A dated value of `procedure.json`, in force on the day of filing. */
  | { readonly value: string }
  | { readonly sum: readonly Compute[] }
  | { readonly product: readonly Compute[] }
  /** The first less the second. */
  | { readonly difference: readonly [Compute, Compute] }
  /** The first by the second, to a whole number; by zero: unknown. */
  | { readonly quotient: readonly [Compute, Compute]; readonly round: 'down' | 'up' | 'half-up' }
  | { readonly least: readonly Compute[] }
  | { readonly greatest: readonly Compute[] }
  /** Over the rows of a group, those only where the condition is true. */
  | { readonly sumOver: Pointer; readonly of: Compute; readonly where?: Condition }
  | { readonly countOf: Pointer; readonly where?: Condition }
  /** Whole units from one day to another; partial dates that leave a doubt are unknown. */
  | { readonly wholeDays: Span }
  | { readonly wholeMonths: Span }
  | { readonly wholeYears: Span }
  /** A calendar day. */
  | { readonly moment: Moment }
  | { readonly if: Condition; readonly then: Compute; readonly else: Compute };

/** From one moment to another. */
export interface Span {
  readonly from: Moment;
  readonly to: Moment;
}
