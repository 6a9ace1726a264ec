import type { FormPlan, Pointer } from '@guichet/procedure';
import { patternOf, splitPieceName } from '@guichet/procedure';
import type { Change, ChangeSet, Version } from '../draft.js';
import { differenceOf } from '../versions/difference-of.js';

/**
 * What a party adds to version `base`: the difference of what they saw and what they give, limited to what they
 * are asked for. Whatever else differs is dropped: nobody changes another's answer. Pure.
 */
export function contributionOf(
  plan: FormPlan,
  party: string,
  before: Version,
  after: Version,
  base = 1,
): ChangeSet {
  const { changes } = differenceOf(before, after, base);
  return { base, changes: changes.filter((change) => isTheirs(plan, party, change)) };
}

function isTheirs(plan: FormPlan, party: string, { op, pointer }: Change): boolean {
  if (op === 'piece') {
    const { base } = splitPieceName(pointer.slice('@piece/'.length));
    return Object.hasOwn(plan.pieces, base) && plan.pieces[base]?.by === party;
  }
  const isRow = op === 'row-add' || op === 'row-remove' || op === 'row-move';
  return givenBy(plan, isRow ? pointer.slice(0, pointer.lastIndexOf('/')) : pointer) === party;
}

function givenBy({ fields, groups }: FormPlan, pointer: Pointer): string | undefined {
  const pattern = patternOf(pointer, groups);
  if (Object.hasOwn(fields, pattern)) return fields[pattern]?.by;
  return Object.hasOwn(groups, pattern) ? groups[pattern]?.by : undefined;
}
