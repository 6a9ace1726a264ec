import type { FieldPlan, FormPlan, Message, Pointer, Texts } from '@guichet/procedure';
import { patternOf } from '@guichet/procedure';
import type { Content } from '../model/content.js';
import { findText } from './find-text.js';
import { formatAnswer, isCurrency } from './format-answer.js';
import { formatMessage, type MessageParams } from './format-message.js';

/** The words of a procedure for answers that no session holds: of a version, of a change set, of an explanation. */
export interface Speaker {
  readonly lang: string;
  /** A phrase by key; empty when these words are older than the phrase, never the key. */
  phrase(key: string, params?: MessageParams): string;
  /** What a field, a group, a row or a piece is called, with its row where it is in one. */
  label(pointer: Pointer): string;
  /** An answer for reading. */
  answer(pointer: Pointer, value: unknown): string;
  /** What a row is called: by the answer that names it, by its number otherwise. */
  row(group: Pointer, row: string): string;
  /** Several texts as one: all of them, or one of them. */
  list(texts: readonly string[], as: 'conjunction' | 'disjunction'): string;
}

/** Speaks of a content in the language of some texts. Rows are named by its answers, never by a confidential one. */
export function speakerOf(plan: FormPlan, texts: Texts, content: Content): Speaker {
  const { lang } = texts;
  const word = (message: Message | undefined, params: MessageParams = {}) =>
    message === undefined ? '' : formatMessage(message, params, lang);
  const phrase = (key: string, params?: MessageParams) => word(findText(texts, key), params);
  const unitOf = ({ kind, unit }: FieldPlan) => {
    const isCounted = kind === 'number' || (kind === 'computed' && !isCurrency(unit));
    return isCounted && unit !== undefined ? phrase(`unit.${unit}`) : '';
  };
  const answer = (pointer: Pointer, value: unknown) => {
    const pattern = patternOf(pointer, plan.groups);
    const field = own(plan.fields, pattern);
    if (!field) return '';
    const words = { lang, field: own(texts.fields, pattern), yes: phrase('yes'), no: phrase('no') };
    return formatAnswer(field, value, { ...words, unit: unitOf(field) });
  };
  const row = (group: Pointer, id: string) => {
    const pattern = patternOf(group, plan.groups);
    const title = own(plan.groups, pattern)?.title;
    const at = `${group}/${id}${(title ?? '').slice(1)}`;
    const isOpen = own(plan.fields, patternOf(at, plan.groups))?.confidential !== true;
    const named = title !== undefined && isOpen ? answer(at, content.answers.get(at)) : '';
    const n = (content.rows.get(group)?.indexOf(id) ?? -1) + 1;
    const words = own(texts.groups, pattern);
    return named || word(words?.row, { n, number: n }) || `${word(words?.title)} ${n || ''}`.trim();
  };
  return {
    lang,
    phrase,
    answer,
    row,
    label: (pointer) => {
      if (pointer.startsWith('@')) return nameOf(texts, pointer, word);
      const pattern = patternOf(pointer, plan.groups);
      const label = word(own(texts.fields, pattern)?.label ?? own(texts.groups, pattern)?.title);
      const inside = rowAround(content, pointer);
      return inside && label ? `${row(...inside)}, ${label}` : label;
    },
    list: (all, type) => listFormat(lang, type).format(all),
  };
}

/** Pieces, fees and steps are named, not pointed at. */
function nameOf(
  texts: Texts,
  pointer: Pointer,
  word: (message: Message | undefined) => string,
): string {
  const slash = pointer.indexOf('/');
  const name = pointer.slice(slash + 1);
  const kind = pointer.slice(1, slash);
  if (kind === 'piece')
    return word((own(texts.pieces, name) ?? own(texts.pieces, name.split('/')[0] ?? ''))?.label);
  if (kind === 'fee') return word(own(texts.fees, name));
  return kind === 'step' ? word(own(texts.steps, name)?.title) : '';
}

/** The innermost row that a pointer is in. */
function rowAround({ rows }: Content, pointer: Pointer): readonly [Pointer, string] | undefined {
  for (let end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    const start = pointer.lastIndexOf('/', end - 1);
    const group = pointer.slice(0, start);
    const id = pointer.slice(start + 1, end);
    if (rows.get(group)?.includes(id)) return [group, id];
  }
  return undefined;
}

const formats = new Map<string, Intl.ListFormat>();

function listFormat(lang: string, type: 'conjunction' | 'disjunction'): Intl.ListFormat {
  const key = `${type} ${lang}`;
  const made = formats.get(key) ?? new Intl.ListFormat(lang.replace(/-x-.*$/, ''), { type });
  formats.set(key, made);
  return made;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
