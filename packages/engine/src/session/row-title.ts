import type { Pointer } from '@guichet/procedure';
import { bind } from '../interpreter/bind.js';
import { answerAt } from '../model/answer-at.js';
import { patternIn } from '../model/pattern-in.js';
import { formatAnswer } from '../texts/format-answer.js';
import type { Core } from './core.js';
import { answerWords, own, word } from './words.js';

/** What the author names a row by, when it is answered; its number otherwise. */
export function rowTitle(core: Core, group: Pointer, row: string): string {
  const title = own(core.plan.groups, patternIn(core.model, group))?.title;
  const at = title === undefined ? undefined : bind(title, `${group}/${row}`);
  const field = at === undefined ? undefined : own(core.plan.fields, patternIn(core.model, at));
  const value = at === undefined ? undefined : answerAt(core.model, at);
  if (at !== undefined && field && value !== undefined)
    return formatAnswer(field, value, answerWords(core, at, field));
  const texts = own(core.texts.groups, patternIn(core.model, group));
  const n = (core.progress.rows.get(group)?.indexOf(row) ?? 0) + 1;
  const numbered = word(core, texts?.row, { n, number: n });
  return numbered || `${word(core, texts?.title)} ${n}`.trim();
}
