import type { FormPlan, Pointer } from '@guichet/procedure';
import { piecePlanOf } from '@guichet/procedure';
import type { Draft } from '../draft.js';
import { contentOf } from '../model/content.js';
import { createModel } from '../model/create-model.js';
import type { Days } from '../model/model.js';
import { patternIn } from '../model/pattern-in.js';
import { isShown, visibilityOf } from '../model/visibility.js';
import { partyReach } from './party-reach.js';

/**
 * What of a draft may be sent to a party: what they are asked for and what they are shown, nothing else.
 * A draft of somebody who is no party of the plan holds nothing.
 */
export function partyDraft(plan: FormPlan, party: string, draft: Draft, days: Days): Draft {
  const reach = partyReach(plan, party);
  const model = createModel(plan, contentOf(draft), days);
  const isOpen = (pointer: Pointer): boolean => {
    const pattern = patternIn(model, pointer);
    const isWithin = reach !== undefined && (reach.gives.has(pattern) || reach.sees.has(pattern));
    return isWithin && isShown(visibilityOf(model, pointer));
  };
  const opened = Object.keys(draft.answers).filter(isOpen);
  const keep = <T>(record: Readonly<Record<string, T>>, isKept: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => isKept(name)));
  return {
    ...draft,
    answers: keep(draft.answers, isOpen),
    marks: keep(draft.marks, isOpen),
    rows: keep(
      draft.rows,
      (group) => isOpen(group) || opened.some((at) => at.startsWith(`${group}/`)),
    ),
    pieces: keep(draft.pieces, (name) => piecePlanOf(plan.pieces, name)?.by === party),
    continued: [],
    incidents: [],
  };
}
