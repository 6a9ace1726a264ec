import { countryFormat } from './country.js';
import { dateFormat } from './date.js';
import { documentNumberFormat } from './document-number.js';
import { emailFormat } from './email.js';
import { foreignerNumberFormat } from './foreigner-number.js';
import type { Format } from './format.js';
import { monthFormat } from './month.js';
import { partialDateFormat } from './partial-date.js';
import { phoneFormat } from './phone.js';
import { postCodeFrFormat } from './post-code-fr.js';
import { visaNumberFormat } from './visa-number.js';

/** The closed list of formats, by name: the same functions serve the interpreter and Ajv. */
export const formats: Readonly<Record<string, Format>> = Object.fromEntries(
  [
    countryFormat,
    dateFormat,
    documentNumberFormat,
    emailFormat,
    foreignerNumberFormat,
    monthFormat,
    partialDateFormat,
    phoneFormat,
    postCodeFrFormat,
    visaNumberFormat,
  ].map((format) => [format.name, format]),
);

/**
 * Whether a text has a format, spaces and separators that people type left aside.
 * A name outside the closed list never refuses anybody: `check` refuses the procedure instead.
 */
export function checkFormat(format: string, value: string): boolean {
  const known = formatNamed(format);
  return known === undefined || known.test(known.normalise(value));
}

/** The written form of what was typed: `75 011` → `75011`. Unknown formats leave it as it is. */
export function normaliseFormat(format: string, value: string): string {
  return formatNamed(format)?.normalise(value) ?? value;
}

/** Whether a fault of this format may stop a filing: it is read off a paper (R13). */
export function isOffPaper(format: string): boolean {
  return formatNamed(format)?.offPaper ?? false;
}

function formatNamed(name: string): Format | undefined {
  return Object.hasOwn(formats, name) ? formats[name] : undefined;
}
