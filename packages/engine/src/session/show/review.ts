import { joinPointer, parsePointer, type Pointer } from '@guichet/procedure';
import type { Page } from '../../flow/pages.js';
import { askedPieces } from '../../judge/pieces.js';
import { answerAt } from '../../model/answer-at.js';
import { fieldState } from '../../model/field-state.js';
import { isShown } from '../../model/visibility.js';
import { patternIn } from '../../model/pattern-in.js';
import { hasField } from '../../model/shape.js';
import { formatAnswer } from '../../texts/format-answer.js';
import { fieldAt } from '../acts/answer.js';
import { missing } from '../acts/file.js';
import type { Core } from '../core.js';
import { homeOf, issueView, pointersOn, rawIssueAt } from '../issues.js';
import { labelOf } from '../label-of.js';
import type { ReviewLine, ReviewView } from '../views.js';
import { rowTitle } from '../row-title.js';
import { answerWords } from '../words.js';
import { showAwaited } from './awaited.js';
import { showFees } from './fees.js';
import { showLinks } from './links.js';
import { showPiece } from './piece.js';
import { pageTitle } from './step.js';
import { showWindow } from './window.js';

/** All that was answered, page by page, and what is still to complete. */
export function showReview(core: Core): ReviewView {
  return {
    sections: core.pages.flatMap((page) => {
      const lines = linesOf(core, page);
      return lines.length > 0 ? [{ step: page.id, title: pageTitle(core, page), lines }] : [];
    }),
    pieces: askedPieces(core.model).map((name) => showPiece(core, name)),
    toComplete: missing(core).map(({ pointer }) => ({
      pointer,
      label: labelOf(core, pointer),
      step: homeOf(core, pointer),
    })),
    awaited: showAwaited(core),
    links: showLinks(core),
    fees: showFees(core),
    window: showWindow(core),
  };
}

function linesOf(core: Core, page: Page): readonly ReviewLine[] {
  if (page.plan.kind !== 'fields' && page.plan.kind !== 'each') return [];
  return pointersOn(core, page)
    .filter((pointer) => hasField(core.plan, patternIn(core.model, pointer)))
    .filter((pointer) => isShown(fieldState(core.model, pointer).visibility))
    .filter((pointer) => fieldAt(core, pointer).kind !== 'information')
    .map((pointer) => lineOf(core, pointer));
}

function lineOf(core: Core, pointer: Pointer): ReviewLine {
  const plan = fieldAt(core, pointer);
  const raw = rawIssueAt(core, pointer);
  const value = answerAt(core.model, pointer);
  return {
    pointer,
    label: labelOf(core, pointer),
    ...rowOf(core, pointer),
    answer: formatAnswer(plan, value, answerWords(core, pointer, plan)),
    mark: core.progress.marks.get(pointer),
    missing: raw?.code === 'required',
    issue: raw && raw.code !== 'required' ? issueView(core, raw) : undefined,
  };
}

/** The title of the innermost row that holds a field. */
function rowOf(core: Core, pointer: Pointer): { readonly row?: string } {
  const segments = parsePointer(pointer);
  for (let n = segments.length - 1; n > 0; n -= 1) {
    const group = joinPointer(segments.slice(0, n));
    const row = segments[n] ?? '';
    if (core.progress.rows.get(group)?.includes(row)) return { row: rowTitle(core, group, row) };
  }
  return {};
}
