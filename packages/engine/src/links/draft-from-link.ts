import type { FormPlan, Pointer } from '@guichet/procedure';
import { patternOf } from '@guichet/procedure';
import type { Draft } from '../draft.js';
import { freshDraft, type DraftIdentity } from '../draft/fresh-draft.js';
import { hasField, hasGroup } from '../model/shape.js';
import type { CarriedAnswers } from './carried-answers.js';

/**
 * A draft of the other procedure that holds what was carried to it. What is not asked there is left out: a plan
 * of another day may ask other things.
 */
export function draftFromLink(plan: FormPlan, link: CarriedAnswers, identity: DraftIdentity): Draft {
  const isAsked = (pointer: Pointer) => hasField(plan, patternOf(pointer, plan.groups));
  const isGroup = (pointer: Pointer) => hasGroup(plan, patternOf(pointer, plan.groups));
  return {
    ...freshDraft(identity),
    answers: keep(link.answers, isAsked),
    marks: keep(link.marks, isAsked),
    rows: keep(link.rows, isGroup),
  };
}

function keep<T>(
  record: Readonly<Record<Pointer, T>>,
  isKept: (pointer: Pointer) => boolean,
): Readonly<Record<Pointer, T>> {
  return Object.fromEntries(Object.entries(record).filter(([pointer]) => isKept(pointer)));
}
