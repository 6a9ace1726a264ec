import type { Pointer } from '@guichet/procedure';
import { bind } from '../../interpreter/bind.js';
import { groupState } from '../../model/group-state.js';
import { patternIn } from '../../model/pattern-in.js';
import { isShown } from '../../model/visibility.js';
import { formatAnswer } from '../../texts/format-answer.js';
import { groupAt } from '../acts/rows.js';
import type { Core } from '../core.js';
import { drawnIssue } from '../issues.js';
import { hasOwnPages } from '../path.js';
import type { GroupView } from '../views.js';
import { answerWords, own, word } from '../words.js';

/** A repeating group with its rows; fields whose rows have pages of their own are drawn there. */
export function showGroup(core: Core, pointer: Pointer): GroupView {
  const plan = groupAt(core, pointer);
  const pattern = patternIn(core.model, pointer);
  const texts = own(core.texts.groups, pattern);
  const rows = core.progress.rows.get(pointer) ?? [];
  const patterns = hasOwnPages(core, pattern)
    ? []
    : (core.model.shape.rowFields.get(pattern) ?? []);
  return {
    pointer,
    title: word(core, texts?.title),
    addLabel: word(core, texts?.add),
    hint: word(core, texts?.hint),
    shown: isShown(groupState(core.model, pointer).visibility),
    rows: rows.map((id) => ({
      id,
      title: rowTitle(core, pointer, id),
      fields: patterns.flatMap((field) => bind(field, `${pointer}/${id}`) ?? []),
    })),
    canAdd: rows.length < plan.maxItems && !core.readOnly,
    issue: drawnIssue(core, pointer),
  };
}

/** What the author names a row by, when it is answered; its number otherwise. */
export function rowTitle(core: Core, group: Pointer, row: string): string {
  const { title } = groupAt(core, group);
  const at = title === undefined ? undefined : bind(title, `${group}/${row}`);
  const field = at === undefined ? undefined : own(core.plan.fields, patternIn(core.model, at));
  const value = at === undefined ? undefined : core.progress.answers.get(at);
  if (at !== undefined && field && value !== undefined)
    return formatAnswer(field, value, answerWords(core, at, field));
  const texts = own(core.texts.groups, patternIn(core.model, group));
  const n = (core.progress.rows.get(group)?.indexOf(row) ?? 0) + 1;
  const numbered = word(core, texts?.row, { n, number: n });
  return numbered || `${word(core, texts?.title)} ${n}`.trim();
}
