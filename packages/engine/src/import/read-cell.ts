import type { FieldPlan, FieldTexts, Texts } from '@guichet/procedure';
import { countryCodes } from '@guichet/procedure';
import { codePoints } from '../keywords/code-points.js';
import { isUnreadable } from '../model/is-unreadable.js';
import { latinDigits } from '../reading/latin-digits.js';
import { optionsOf, readAnswer } from '../reading/read-answer.js';
import { formatMessage } from '../texts/format-message.js';
import { countryName } from '../texts/intl.js';
import { foldName } from './fold-name.js';

/** The answer that a cell gives; or why it gives none. An empty cell gives `undefined`. */
export type CellValue =
  | { readonly is: 'read'; readonly value: unknown }
  | { readonly is: 'cell-unreadable' }
  | { readonly is: 'cell-too-long'; readonly limit: number };

/** The words of one field in one language. */
export interface CellWords {
  readonly lang: string;
  readonly field: FieldTexts | undefined;
  readonly ui: Texts['ui'];
}

/** Longest text of a cell whose field has no limit of its own. */
const longest = 10_000;

/** Reads a cell as the field's kind is typed: choices by their value or label, countries by code or name. */
export function readCell(plan: FieldPlan, cell: string, words: readonly CellWords[]): CellValue {
  const text = cell.trim();
  if (text === '') return { is: 'read', value: undefined };
  const limit = plan.schema.maxLength ?? longest;
  if (codePoints(text) > limit) return { is: 'cell-too-long', limit };
  const value = readAnswer(plan, rawOf(plan, text, words));
  const isRead = !isUnreadable(plan.schema, value) && isOption(plan, value);
  return isRead ? { is: 'read', value } : { is: 'cell-unreadable' };
}

function rawOf(plan: FieldPlan, text: string, words: readonly CellWords[]): unknown {
  switch (plan.kind) {
    case 'yes-no':
      return yesOrNo(text, words) ?? text;
    case 'choice':
      return optionNamed(plan, text, words) ?? text;
    case 'many-choices':
      return optionsNamed(plan, text, words);
    case 'country':
      return countryNamed(text, words) ?? text.toUpperCase();
    case 'date':
    case 'partial-date':
    case 'month':
      return dateOf(text);
    default:
      return text;
  }
}

/** `12/07/1980`, `07/1980` and `1980` as a French table writes them; a midnight that a spreadsheet adds goes. */
function dateOf(text: string): string {
  const plain = latinDigits(text).replace(/[T ]00:00(:00(\.0+)?)?Z?$/, '');
  const month = /^(\d{1,2})[/. -](\d{4})$/.exec(plain);
  return month ? `${month[2]}-${(month[1] ?? '').padStart(2, '0')}` : plain;
}

const plainYes: readonly string[] = ['true', 'vrai', '1', 'x', 'oui', 'yes'];
const plainNo: readonly string[] = ['false', 'faux', '0', 'non', 'no'];

function yesOrNo(text: string, words: readonly CellWords[]): boolean | undefined {
  const said = foldName(text);
  const wordsFor = (value: boolean): readonly string[] =>
    words.flatMap(({ lang, field, ui }) =>
      [field?.options?.[String(value)], ui[value ? 'yes' : 'no']].map((message) =>
        message === undefined ? '' : foldName(formatMessage(message, {}, lang)),
      ),
    );
  if (said === '') return undefined;
  if ([...wordsFor(true), ...plainYes].includes(said)) return true;
  return [...wordsFor(false), ...plainNo].includes(said) ? false : undefined;
}

function optionNamed(plan: FieldPlan, text: string, words: readonly CellWords[]): unknown {
  const said = foldName(text);
  const options = optionsOf(plan);
  return (
    options.find((option) => String(option) === text) ??
    options.find((option) =>
      [String(option), ...words.flatMap((one) => labelOf(one, option))].some(
        (name) => foldName(name) === said,
      ),
    )
  );
}

function labelOf({ field, lang }: CellWords, option: unknown): readonly string[] {
  const message = field?.options?.[String(option)];
  return message === undefined ? [] : [formatMessage(message, {}, lang)];
}

/** One option whose label may hold a comma, else several with something between them. */
function optionsNamed(plan: FieldPlan, text: string, words: readonly CellWords[]): unknown {
  const whole = optionNamed(plan, text, words);
  if (whole !== undefined) return [whole];
  const parts = text.split(/[;|,\n]/).filter((part) => part.trim() !== '');
  return parts.map((part) => optionNamed(plan, part.trim(), words) ?? part);
}

const countries = new Map<string, ReadonlyMap<string, string>>();

/** Code of a country by its name in one of the languages, or by its code. */
function countryNamed(text: string, words: readonly CellWords[]): string | undefined {
  const said = foldName(text);
  for (const { lang } of words) {
    const names =
      countries.get(lang) ??
      new Map(
        countryCodes.flatMap((code) =>
          [code, countryName(code, lang)].map((name) => [foldName(name), code]),
        ),
      );
    countries.set(lang, names);
    const code = names.get(said);
    if (code !== undefined) return code;
  }
  return undefined;
}

function isOption({ kind, schema }: FieldPlan, value: unknown): boolean {
  if (kind === 'yes-no') return typeof value === 'boolean';
  if (kind !== 'choice' && kind !== 'many-choices') return true;
  const options = optionsOf({ schema });
  return [value].flat().every((one) => options.includes(one));
}
