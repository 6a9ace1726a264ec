import type { Day, PartialDay } from '@guichet/procedure';
import { canonicalJson } from '@guichet/procedure';
import { intervalOf } from '../interpreter/interval.js';
import { coverageOf, type Coverage } from '../rows/coverage-of.js';

/** A file of `conformance/rows`: what rows with a period leave out of a span, and where they overlap. */
export interface RowsCases {
  readonly title: string;
  readonly rule: string;
  readonly cases: readonly {
    readonly title: string;
    readonly today?: Day;
    /** Ends of the span; null: not known. */
    readonly since: PartialDay | null;
    readonly until: PartialDay | null;
    /** null: not known; no `to`: still going on. */
    readonly rows: readonly { readonly from: PartialDay | null; readonly to?: PartialDay | null }[];
    /** `first to last`, or one day. */
    readonly gaps: readonly string[];
    readonly overlaps?: readonly string[];
  }[];
}

/** Runs a file of rows; each line of the answer is one difference. */
export function runRowsCases(file: RowsCases): string[] {
  return file.cases.flatMap(({ title, today = '2026-11-23', since, until, rows, ...wanted }) => {
    const periods = rows.map(({ from, to }) => ({
      from: intervalOf(from),
      to: to === undefined ? ('still' as const) : intervalOf(to),
    }));
    const span = { since: intervalOf(since), until: intervalOf(until) };
    const found = coverageOf(periods, span, today);
    return (['gaps', 'overlaps'] as const).flatMap((what) => {
      const [want, got] = [canonicalJson(wanted[what] ?? []), canonicalJson(written(found[what]))];
      return want === got
        ? []
        : [`${file.title}: ${title}: ${what}: expected ${want}, found ${got}`];
    });
  });
}

function written(stretches: Coverage['gaps']): string[] {
  return stretches.map(({ from, to }) => (from === to ? from : `${from} to ${to}`));
}
