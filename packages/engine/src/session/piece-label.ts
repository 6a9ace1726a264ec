import type { Pointer } from '@guichet/procedure';
import { pieceInstance, type PieceInstance } from '../model/piece-instances.js';
import { patternIn } from '../model/pattern-in.js';
import { formatAnswer } from '../texts/format-answer.js';
import type { Core } from './core.js';
import { rowTitle } from './row-title.js';
import { answerWords, own, word } from './words.js';

/** What a piece is called: of a row or a value, with `{row}` or `{value}` in the author's words. */
export function pieceLabel(core: Core, name: string): string {
  const instance = pieceInstance(core.model, name);
  const texts = own(core.texts.pieces, instance?.base ?? name);
  if (!instance || instance.isOpen) return word(core, texts?.title ?? texts?.label);
  return word(core, texts?.label, whichOf(core, instance));
}

/** What tells one instance from another, in words. */
function whichOf(core: Core, { plan, rows: [row], value }: PieceInstance): Record<string, string> {
  if (row === undefined) return {};
  if (plan.oncePer !== undefined)
    return { value: valueInWords(core, row + plan.oncePer.slice(1), value) };
  const at = row.lastIndexOf('/');
  return { row: rowTitle(core, row.slice(0, at), row.slice(at + 1)) };
}

function valueInWords(core: Core, pointer: Pointer, value: unknown): string {
  const field = own(core.plan.fields, patternIn(core.model, pointer));
  return field ? formatAnswer(field, value, answerWords(core, pointer, field)) : String(value);
}
