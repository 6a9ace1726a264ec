/**
 * What computing gives: a value; `undefined` when a part of it is not known; `null` when
 * what it is computed from is not asked, and counts for nothing.
 */
export type Computed = unknown;

/** Numbers among what was computed, inactive parts left out; undefined when one is not known. */
export function numbersAmong(parts: readonly Computed[]): readonly number[] | undefined {
  const asked = parts.filter((part) => part !== null);
  return asked.every((part) => typeof part === 'number') ? asked : undefined;
}

/**
 * A number that is exact enough to be stated: undefined beyond the whole numbers of a
 * double, where sums go wrong in silence. Decimals lose the noise of their last digit.
 */
export function exact(value: number): number | undefined {
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return undefined;
  // 0 and -0 are one amount.
  return Number.isInteger(value) ? value + 0 : Number(value.toPrecision(15));
}
