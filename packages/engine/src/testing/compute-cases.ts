import type { Compute, Pointer } from '@guichet/procedure';
import { canonicalJson } from '@guichet/procedure';
import { computeValue } from '../compute/compute-value.js';
import { type Circumstances, scopeOf } from './conformance.js';

/** A file of `conformance/compute`. */
export interface ComputeCases {
  readonly title: string;
  readonly rule: string;
  readonly given?: Circumstances;
  readonly cases: readonly {
    readonly title: string;
    readonly given?: Circumstances;
    readonly compute: Compute;
    /** Pointer whose row binds `*`. */
    readonly owner?: Pointer;
    /** null: no value. */
    readonly value: unknown;
  }[];
}

/** Runs a file of computations; each line of the answer is one difference. */
export function runComputeCases(file: ComputeCases): string[] {
  return file.cases.flatMap(({ title, given, compute, owner = '', value }) => {
    const found = computeValue(compute, scopeOf({ ...file.given, ...given }), owner) ?? null;
    const [want, got] = [canonicalJson(value), canonicalJson(found)];
    return want === got ? [] : [`${file.title}: ${title}: expected ${want}, found ${got}`];
  });
}
