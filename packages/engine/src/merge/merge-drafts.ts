import type { FormPlan, Pointer } from '@guichet/procedure';
import { patternOf } from '@guichet/procedure';
import type { Progress } from '../draft/apply-change.js';
import { draftOf, progressOf } from '../draft/fold-draft.js';
import type { Draft, DraftChange, Incident } from '../draft.js';
import { EngineError } from '../errors.js';
import { sameJson } from '../keywords/same-json.js';
import { askedOrder } from '../model/asked-order.js';
import { mergeOne, type Conflict } from './conflict.js';
import { changesBetween } from './changes-between.js';
import { mergeContent } from './merge-content.js';

/** Two drafts made one. */
export interface MergedDrafts {
  readonly merged: Draft;
  /** To append to our log: with them it folds to the merged draft. */
  readonly changes: readonly DraftChange[];
  /** In the order that the pages ask. Ours stands in the draft; all of theirs is here. */
  readonly conflicts: readonly Conflict[];
}

/**
 * What two people, or two devices, made of one draft, field by field: answers with their marks, rows, pieces with
 * their files, pages done; parked answers too. Whoever changed something is followed; where both did, and not
 * alike, it is a conflict, never a guess: a wrong guess on civil status is a legal error. Pure.
 *
 * Throws `drafts-not-comparable` when the three are not of one version of one procedure.
 */
export function mergeDrafts(plan: FormPlan, base: Draft, ours: Draft, theirs: Draft): MergedDrafts {
  for (const other of [ours, theirs]) refuseOthers(base, other);
  const sides = { base: progressOf(base), ours: progressOf(ours), theirs: progressOf(theirs) };
  const content = mergeContent(sides.base, sides.ours, sides.theirs);
  const conflicts = [...content.conflicts];
  const fileOn = mergeOne(
    { base: base.fileOn, ours: ours.fileOn, theirs: theirs.fileOn },
    (a, b) => a === b,
    () => conflicts.push(fileOnConflict(base, ours, theirs)),
  );
  const merged: Progress = {
    ...content.merged,
    continued: new Set([...sides.ours.continued, ...sides.theirs.continued]),
    at: mergeOne(
      { base: base.at, ours: ours.at, theirs: theirs.at },
      (a, b) => a === b,
      () => undefined,
    ),
    fileOn,
    incidents: allIncidents(sides.ours.incidents, sides.theirs.incidents),
  };
  return {
    merged: draftOf(ours, merged),
    changes: changesBetween(sides.ours, merged),
    conflicts: inAskedOrder(plan, conflicts),
  };
}

function refuseOthers(base: Draft, other: Draft): void {
  const name = ({ procedure: { id, version } }: Draft) => `${id} ${version}`;
  const isSame = base.id === other.id && sameJson(base.procedure, other.procedure);
  if (!isSame)
    throw new EngineError('drafts-not-comparable', { base: name(base), other: name(other) });
}

function fileOnConflict(base: Draft, ours: Draft, theirs: Draft): Conflict {
  const said = ({ fileOn }: Draft) => (fileOn === undefined ? undefined : { fileOn });
  return { pointer: '@file-on', base: said(base), ours: said(ours), theirs: said(theirs) };
}

function allIncidents(ours: readonly Incident[], theirs: readonly Incident[]): readonly Incident[] {
  return [...ours, ...theirs.filter((one) => !ours.some((other) => sameJson(one, other)))];
}

function inAskedOrder(plan: FormPlan, conflicts: readonly Conflict[]): readonly Conflict[] {
  const order = new Map(askedOrder(plan).map((pattern, place) => [pattern, place]));
  const placeOf = (pointer: Pointer): number => {
    if (!pointer.startsWith('/')) return order.size;
    const pattern = patternOf(pointer, plan.groups).split('/*')[0] ?? '';
    return order.get(pattern) ?? order.size;
  };
  return conflicts.toSorted((a, b) => placeOf(a.pointer) - placeOf(b.pointer));
}
