/** Rows that stay, in order; and whether both sides put them in orders of their own. @internal */
export interface MergedOrder {
  readonly rows: readonly string[];
  readonly isClash: boolean;
}

/**
 * One order of the rows that stay: that of the side which moved some, ours where both did. A row that only the
 * other side has follows the row that it follows there. @internal
 */
export function mergeOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  staying: ReadonlySet<string>,
): MergedOrder {
  const theyMoved = isMoved(base, theirs);
  const isClash = theyMoved && isMoved(base, ours) && isMoved(ours, theirs);
  const follows = theyMoved && !isMoved(base, ours);
  const [lead, other] = follows ? [theirs, ours] : [ours, theirs];
  const rows = lead.filter((id) => staying.has(id));
  const inOther = new Set(other);
  const placed = new Set(rows);
  other.forEach((id, i) => {
    if (!staying.has(id) || placed.has(id)) return;
    const before = other.slice(0, i).findLast((one) => placed.has(one));
    let at = before === undefined ? 0 : rows.indexOf(before) + 1;
    // Both added here: the leading side's rows come first.
    while (before !== undefined && at < rows.length && !inOther.has(rows[at] ?? '')) at += 1;
    rows.splice(at, 0, id);
    placed.add(id);
  });
  return { rows, isClash };
}

/** Whether the rows that both have are in another order. */
function isMoved(a: readonly string[], b: readonly string[]): boolean {
  const [inA, inB] = [new Set(a), new Set(b)];
  const common = b.filter((id) => inA.has(id));
  return a.filter((id) => inB.has(id)).some((id, i) => id !== common[i]);
}
