/** Chance that can be played again: the same seed gives the same run, on any machine. */
export interface Chance {
  /** Whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** True so many times out of a hundred. */
  is(percent: number): boolean;
  /** Members of a list, each kept so many times out of a hundred. */
  some<T>(list: readonly T[], percent: number): T[];
}

/** Chance from a seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const is = (percent: number): boolean => next() * 100 < percent;
  return {
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T,
    is,
    some: (list, percent) => list.filter(() => is(percent)),
  };
}
