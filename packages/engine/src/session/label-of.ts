import type { Pointer } from '@guichet/procedure';
import { patternIn } from '../model/pattern-in.js';
import type { Core } from './core.js';
import { pieceLabel } from './piece-label.js';
import { fieldTexts, own, word } from './words.js';

/** The label of a field, group or piece: what a list of issues calls it. */
export function labelOf(core: Core, pointer: Pointer): string {
  if (pointer.startsWith('@piece/')) return pieceLabel(core, pointer.slice('@piece/'.length));
  const field = fieldTexts(core, pointer);
  if (field) return word(core, field.label);
  return word(core, own(core.texts.groups, patternIn(core.model, pointer))?.title);
}
