import { latinDigits } from './latin-digits.js';

/** The three boxes of a date, as typed. */
export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/**
 * Date parts as ISO or EDTF text (`1980`, `1980-07`, `1980-07-12`); undefined when all
 * are empty. Parts that make no date stay readable in the text (`2027-2-`), so that
 * what was typed is never lost: it fails its format, and `dateParts` gives it back.
 */
export function readDate(raw: unknown, isPartial: boolean): string | undefined {
  if (typeof raw === 'string') return readWritten(raw);
  const { year, month, day } = partsOf(raw);
  if (!year && !month && !day) return undefined;
  const padded = [year, pad(month), pad(day)];
  const kept = isPartial ? padded.slice(0, day ? 3 : month ? 2 : 1) : padded;
  return kept.every(Boolean) ? kept.join('-') : [year, month, day].join('-');
}

/** A month as `YYYY-MM`, from two boxes or from text. */
export function readMonth(raw: unknown): string | undefined {
  if (typeof raw === 'string') return readWritten(raw);
  const { year, month } = partsOf(raw);
  if (!year && !month) return undefined;
  return year && month ? `${year}-${pad(month)}` : `${year}-${month}`;
}

/** The boxes that show a stored date, readable or not. */
export function dateParts(value: unknown): DateParts {
  const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : [];
  return { year, month, day };
}

/** `12/07/1980`, `12.7.1980` and `1980-07-12` are all days; anything else is kept as typed. */
function readWritten(raw: string): string | undefined {
  const text = latinDigits(raw).trim();
  if (text === '') return undefined;
  const french = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text);
  return french ? `${french[3]}-${pad(french[2] ?? '')}-${pad(french[1] ?? '')}` : text;
}

function partsOf(raw: unknown): DateParts {
  const parts = typeof raw === 'object' && raw !== null ? (raw as Partial<DateParts>) : {};
  return { year: clean(parts.year), month: clean(parts.month), day: clean(parts.day) };
}

const clean = (part: unknown): string =>
  part === undefined || part === null ? '' : latinDigits(String(part)).replace(/[\s-]/g, '');

const pad = (part: string): string => (part.length === 1 ? `0${part}` : part);
