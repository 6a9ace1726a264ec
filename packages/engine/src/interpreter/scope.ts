import type { Day, FactName, Pointer, Verdict } from '@guichet/procedure';
import type { Mark } from '../draft.js';

/** What a condition may read, and nothing else. Pointers are concrete: rows by id. */
export interface Scope {
  readonly today: Day;
  /** Day of filing; today while nothing is filed. */
  readonly filing: Day;
  /** False: forbidden by the active branches, or inside an inactive group. */
  activity(pointer: Pointer): Verdict;
  /** Undefined: no answer. */
  value(pointer: Pointer): unknown;
  mark(pointer: Pointer): Mark | undefined;
  /** The answer has an issue of `type` or `format`. */
  isFaulty(pointer: Pointer): boolean;
  /** Row ids of a repeating group; undefined: never visited. */
  rows(group: Pointer): readonly string[] | undefined;
  /** Dated value of `procedure.json` in force on the day of filing. */
  amount(name: string): number | undefined;
  /** Day of the last event of that type. */
  event(type: string): Day | undefined;
  fact(name: FactName): Verdict;
}

const nothing = (): undefined => undefined;

/**
 * A scope that reads facts and events only: guards of attestations and of the
 * lifecycle. Every answer is absent.
 */
export function factScope(
  facts: Partial<Record<FactName, Verdict>>,
  days: { readonly today: Day; readonly filing?: Day },
  event: (type: string) => Day | undefined = nothing,
): Scope {
  return {
    today: days.today,
    filing: days.filing ?? days.today,
    activity: () => 'true',
    value: nothing,
    mark: nothing,
    isFaulty: () => false,
    rows: nothing,
    amount: nothing,
    event,
    fact: (name) => facts[name] ?? 'unknown',
  };
}

const standIns: readonly unknown[] = ['unknown', 'awaited', 'refusedToSay'];

/** `unknown`, `awaited` and `refusedToSay` stand in place of an answer; `taken` and `verified` stand beside one. */
export function isStandIn(mark: Mark | undefined): boolean {
  return standIns.includes(mark?.is);
}
