/** Rows of `results/latest.json` with those of a run: a measure taken anew replaces its rows, the others stay. */
export function mergeRows(before, now) {
  const taken = new Set(now.map(({ measure }) => measure));
  return [...before.filter(({ measure }) => !taken.has(measure)), ...now];
}
