import type { Verdict } from '@guichet/procedure';

/** Two-valued truth as a verdict. */
export const truth = (holds: boolean): Verdict => (holds ? 'true' : 'false');

/** Kleene negation: unknown stays unknown. */
export const negate = (verdict: Verdict): Verdict =>
  verdict === 'true' ? 'false' : verdict === 'false' ? 'true' : 'unknown';

/** Kleene conjunction (rules.md A4): false if any is false, else unknown if any is unknown. */
export function every<T>(items: readonly T[], verdictOf: (item: T) => Verdict): Verdict {
  let result: Verdict = 'true';
  for (const item of items) {
    const verdict = verdictOf(item);
    if (verdict === 'false') return 'false';
    if (verdict === 'unknown') result = 'unknown';
  }
  return result;
}

/** Kleene disjunction (rules.md A4): true if any is true, else unknown if any is unknown. */
export function some<T>(items: readonly T[], verdictOf: (item: T) => Verdict): Verdict {
  return negate(every(items, (item) => negate(verdictOf(item))));
}
