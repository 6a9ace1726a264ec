import { readsOfCondition, readsOfMoment } from '../../conditions/reads-of.js';
import type { Compute, Span } from '../../types/compute.js';

/** Everything that a computation reads: pattern pointers, groups, `today` and `filing`. */
export function readsOfCompute(compute: Compute | undefined, row = ''): Set<string> {
  if (compute === undefined || typeof compute === 'number') return new Set();
  if ('at' in compute) return new Set([absolute(compute.at, row)]);
  if ('value' in compute) return new Set(['filing']);
  if ('moment' in compute) return readsOfMoment(compute.moment, row);
  if ('sumOver' in compute || 'countOf' in compute) return readsOverRows(compute, row);
  if ('if' in compute) {
    const parts = [compute.then, compute.else].map((part) => readsOfCompute(part, row));
    return union([readsOfCondition(compute.if, row), ...parts]);
  }
  const [inner] = Object.values(compute) as [Span | readonly Compute[]];
  if ('from' in inner) return union([readsOfMoment(inner.from, row), readsOfMoment(inner.to, row)]);
  return union(inner.map((part) => readsOfCompute(part, row)));
}

function readsOverRows(compute: Extract<Compute, { where?: unknown }>, row: string): Set<string> {
  const group = absolute('sumOver' in compute ? compute.sumOver : compute.countOf, row);
  return union([
    new Set([group]),
    'of' in compute ? readsOfCompute(compute.of, `${group}/*`) : new Set<string>(),
    readsOfCondition(compute.where, `${group}/*`),
  ]);
}

function absolute(pointer: string, row: string): string {
  return pointer.startsWith('./') ? `${row}${pointer.slice(1)}` : pointer;
}

function union(sets: Iterable<ReadonlySet<string>>): Set<string> {
  const made = new Set<string>();
  for (const set of sets) for (const item of set) made.add(item);
  return made;
}
