/** Chance that can be played again: the same seed gives the same run, but for what the machine's own timing decides. */
export function makeChance(seed) {
  let state = seed >>> 0;
  // Mulberry32.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** Whole number from `low` to `high`, both included. */
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    /** One of a list. */
    pick: (list) => list[Math.floor(next() * list.length)],
    /** Digits and capital letters, to be recognised anywhere. */
    word: (length) =>
      Array.from(
        { length },
        () => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Math.floor(next() * 32)],
      ).join(''),
  };
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
