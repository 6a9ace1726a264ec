import { dayIn, splitPieceName, type Pointer } from '@guichet/procedure';
import { createModel } from '../../model/create-model.js';
import type { Model } from '../../model/model.js';
import { patternIn } from '../../model/pattern-in.js';
import { pieceInstance } from '../../model/piece-instances.js';
import { formatAnswer } from '../../texts/format-answer.js';
import { contentOfVersion } from '../../versions/content-of-version.js';
import type { ReceiptInput } from './receipt-input.js';
import type { Words } from './words.js';

/** What a piece is called on a receipt: one of a row or a value says which, with the answers of that version. */
export function pieceLabel(words: Words, input: ReceiptInput, name: string): string {
  const { base, instance } = splitPieceName(name);
  const label = words.texts.pieces[base]?.label ?? name;
  if (instance === undefined) return words.text(label);
  const model = modelOf(input);
  const found = pieceInstance(model, name);
  const row = found?.rows[0];
  // A row or a value that this version no longer has is still named by what is known of it.
  if (!found || row === undefined) return words.text(label, { row: instance, value: instance });
  const { oncePer, each = '' } = found.plan;
  const title = oncePer ?? model.plan.groups[each]?.title;
  const said = title === undefined ? '' : answerAt(words, model, row + title.slice(1));
  const which = said || numbered(words, model, row, each);
  return words.text(label, { row: which, value: which });
}

function modelOf({ published, version, event, operator }: ReceiptInput): Model {
  const day = dayIn(event.occurredAt, operator.timeZone);
  const { unknown: _, ...content } = contentOfVersion(published.plan, version);
  return createModel(published.plan, content, { today: day, filing: day });
}

function answerAt({ texts, lang, text }: Words, model: Model, pointer: Pointer): string {
  const pattern = patternIn(model, pointer);
  const plan = model.plan.fields[pattern];
  const ui = (key: string) => text(texts.ui[key]);
  const words = { lang, field: texts.fields[pattern], yes: ui('yes'), no: ui('no'), unit: '' };
  return plan ? formatAnswer(plan, model.scope.value(pointer), words) : '';
}

function numbered(words: Words, { content }: Model, row: Pointer, each: Pointer): string {
  const at = row.lastIndexOf('/');
  const n = (content.rows.get(row.slice(0, at))?.indexOf(row.slice(at + 1)) ?? 0) + 1;
  return words.text(words.texts.groups[each]?.row, { n, number: n }) || String(n);
}
