import type { FieldPlan, FieldTexts } from '@guichet/procedure';
import { countryName, formatDate, formatMoney, formatNumber } from './intl.js';
import { formatMessage } from './format-message.js';

/** What formatting an answer needs beside it. */
export interface AnswerWords {
  readonly lang: string;
  readonly field: FieldTexts | undefined;
  readonly yes: string;
  readonly no: string;
  /** Name of the unit of a number. */
  readonly unit: string;
}

/** An answer for reading: options by their label, days in words, amounts in full. */
export function formatAnswer(plan: FieldPlan, value: unknown, words: AnswerWords): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((one) => formatAnswer(plan, one, words)).join(', ');
  if (typeof value === 'boolean')
    return optionLabel(value, words) ?? (value ? words.yes : words.no);
  if (typeof value === 'number') return formatAmount(plan, value, words);
  return formatText(plan, String(value), words);
}

/** Whether a unit is a currency (ISO 4217), so that its numbers are cents. */
export const isCurrency = (unit: string | undefined): boolean => /^[A-Z]{3}$/.test(unit ?? '');

/** Kinds, and formats of the same name, whose texts are calendar dates. */
const dates: readonly string[] = ['date', 'partial-date', 'month'];

function formatAmount(plan: FieldPlan, value: number, words: AnswerWords): string {
  const label = optionLabel(value, words);
  if (label !== undefined) return label;
  const isComputedMoney = plan.kind === 'computed' && isCurrency(plan.unit);
  if (plan.kind === 'money' || isComputedMoney)
    return formatMoney(value, plan.unit ?? 'EUR', words.lang);
  const number = formatNumber(value, words.lang);
  return words.unit ? `${number} ${words.unit}` : number;
}

function formatText(plan: FieldPlan, value: string, words: AnswerWords): string {
  // A computed text is written as its format says, whoever would have typed it.
  const as = plan.kind === 'computed' ? plan.schema.format : plan.kind;
  if (as === 'country') return optionLabel(value, words) ?? countryName(value, words.lang);
  if (dates.includes(as ?? ''))
    return formatDate(value, words.lang);
  return optionLabel(value, words) ?? value;
}

/** The label of an option; undefined when the texts have none. */
export function optionLabel(value: unknown, { field, lang }: AnswerWords): string | undefined {
  const options = field?.options;
  const key = String(value);
  if (!options || !Object.hasOwn(options, key)) return undefined;
  return formatMessage(options[key] ?? '', {}, lang);
}
