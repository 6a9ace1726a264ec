/** Small statistics, a seeded random source for the bootstrap, and the table that is printed. */
export const median = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Numbers from 0 to 1, always the same for one seed. */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** 95 % bootstrap interval of the median of paired differences. */
export function interval(differences, seed = 20261123) {
  const random = randomOf(seed);
  const medians = Array.from({ length: 2000 }, () =>
    median(differences.map(() => differences[Math.floor(random() * differences.length)])),
  ).sort((a, b) => a - b);
  return [medians[50], medians[1949]];
}

/** Row of `results/latest.json`: {measure, contender, n, median, min, max, unit}. */
export const row = (measure, contender, n, list, unit) => ({
  measure,
  contender,
  n,
  median: round(median(list)),
  min: round(Math.min(...list)),
  max: round(Math.max(...list)),
  unit,
});
export const round = (value) => Math.round(value * 1000) / 1000;

export function printRows(rows) {
  const heads = ['measure', 'contender', 'n', 'median', 'min', 'max', 'unit'];
  const cells = [heads, ...rows.map((one) => heads.map((head) => String(one[head])))];
  const widths = heads.map((_, i) => Math.max(...cells.map((line) => line[i].length)));
  for (const line of cells) console.log(line.map((cell, i) => (i > 1 && i < 6 ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  '));
}
