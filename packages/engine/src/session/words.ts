import type { FieldPlan, FieldTexts, Message, Pointer } from '@guichet/procedure';
import { amountsOn } from '../model/model.js';
import { patternIn } from '../model/pattern-in.js';
import { findText } from '../texts/find-text.js';
import { formatMessage, type MessageParams } from '../texts/format-message.js';
import { type AnswerWords, isCurrency } from '../texts/format-answer.js';
import type { Core } from './core.js';

/**
 * A text by key, formatted. Words older than the page that asks for them may lack it: then the nearest shorter key,
 * or a sentence that says so; never the key, which nobody could read.
 */
export function say(core: Core, key: string, params: MessageParams = {}): string {
  for (let at = key; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const found = findText(core.texts, at);
    if (found !== undefined) return word(core, found, params);
  }
  return word(core, findText(core.texts, 'text.missing')) || '…';
}

/** A message in the session's language; nothing for none. */
export function word(core: Core, message: Message | undefined, params: MessageParams = {}): string {
  return message === undefined ? '' : formatMessage(message, params, core.texts.lang);
}

/** A message of the author's, which may name the dated values in force on the day of filing. */
export function factWord(core: Core, message: Message | undefined): string {
  return word(core, message, amountsOn(core.plan, core.model.days.filing));
}

/** The words of a field, a group's row included. */
export function fieldTexts(core: Core, pointer: Pointer): FieldTexts | undefined {
  return own(core.texts.fields, patternIn(core.model, pointer));
}

/** What formatting an answer of a field needs. */
export function answerWords(core: Core, pointer: Pointer, plan: FieldPlan): AnswerWords {
  return {
    lang: core.texts.lang,
    field: fieldTexts(core, pointer),
    yes: say(core, 'yes'),
    no: say(core, 'no'),
    unit: isCounted(plan) ? say(core, `unit.${plan.unit}`) : '',
  };
}

/** A number with a unit of its own; a currency is written with its amount. */
function isCounted({ kind, unit }: FieldPlan): boolean {
  if (unit === undefined) return false;
  return kind === 'number' || (kind === 'computed' && !isCurrency(unit));
}

/** A record's own entry, whatever hostile name is asked. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
