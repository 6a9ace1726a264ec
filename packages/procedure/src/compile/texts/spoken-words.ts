import { doubtable } from '../../formats/doubtable.js';
import { entriesOf } from '../../read/shapes.js';
import type { Plan } from '../../types/plan.js';

type Spoken = Pick<Plan, 'fields' | 'groups'>;

/** Interface words that only some plans can ever say: what they start with, and for which plans. */
const rare: readonly {
  readonly starts: string;
  readonly isSpoken: (plan: Spoken, rest: string) => boolean;
}[] = [
  { starts: 'issues.format.', isSpoken: (plan, format) => formatsOf(plan).has(format) },
  { starts: 'computed.', isSpoken: (plan) => formatsOf(plan).has('computed') },
  { starts: 'lookup.', isSpoken: ({ fields }) => Object.values(fields).some((one) => one.lookup) },
  { starts: 'import', isSpoken: ({ groups }) => Object.values(groups).some((one) => one.import) },
  { starts: 'rows.gap', isSpoken: ({ groups }) => Object.values(groups).some((one) => one.covers) },
  { starts: 'doubt.', isSpoken: (plan) => doubtable.some((format) => formatsOf(plan).has(format)) },
];

/**
 * The interface words that a page of this plan can say: the others would travel to a cheap phone for nothing.
 * They stay in the shared texts, complete in each language.
 */
export function spokenWords(ui: unknown, plan: Spoken): Record<string, unknown> {
  return Object.fromEntries(
    entriesOf(ui).filter(([key]) => {
      const one = rare.find(({ starts }) => key.startsWith(starts));
      return one === undefined || one.isSpoken(plan, key.slice(one.starts.length));
    }),
  );
}

function formatsOf(plan: Spoken): ReadonlySet<string> {
  const kinds = Object.values(plan.fields).flatMap(({ kind, schema }) => [
    kind,
    schema.format ?? '',
  ]);
  return new Set(kinds);
}
