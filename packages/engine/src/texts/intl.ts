import { isDay } from '@guichet/procedure';

const made = new Map<string, unknown>();

/** Making an Intl formatter costs more than using it. */
function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

/**
 * The locale to format with: Gregorian calendar and Latin digits, as on French papers,
 * unless the host's tag asks otherwise (`ar-u-nu-arab`). Private parts (`fr-x-plain`) are dropped.
 */
function localeOf(lang: string): string {
  const base = lang.replace(/-x-.*$/, '');
  return base.includes('-u-') ? base : `${base}-u-ca-gregory-nu-latn`;
}

/** A number, with at most the decimals it has. Four digits stay together: a year is not two thousand. */
export function formatNumber(value: number, lang: string): string {
  // Small counts are written alike in Latin digits everywhere: "step 2 of 9" needs no formatter.
  if (
    Number.isInteger(value) &&
    value >= 0 &&
    value < 1000 &&
    !Object.is(value, -0) &&
    !lang.includes('-u-')
  )
    return String(value);
  return once(
    `n ${lang}`,
    () => new Intl.NumberFormat(localeOf(lang), { useGrouping: 'min2' }),
  ).format(value);
}

/** Cents as an amount; cents are shown only when there are some. */
export function formatMoney(cents: number, currency: string, lang: string): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  return once(
    `m ${currency} ${digits} ${lang}`,
    () =>
      new Intl.NumberFormat(localeOf(lang), {
        style: 'currency',
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  ).format(cents / 100);
}

/** A size of file, in megabytes. */
export function formatBytes(bytes: number, lang: string): string {
  return once(
    `b ${lang}`,
    () =>
      new Intl.NumberFormat(localeOf(lang), {
        style: 'unit',
        unit: 'megabyte',
        maximumFractionDigits: 1,
      }),
  ).format(bytes / 1_000_000);
}

/** Plural rules of a language. */
export function pluralRules(lang: string): Intl.PluralRules {
  return once(`p ${lang}`, () => new Intl.PluralRules(localeOf(lang)));
}

/** A day, month or year in words; a text that is none of them comes back as it is. */
export function formatDate(value: string, lang: string): string {
  const [year = '', month, day] = value.slice(0, 10).split('-');
  const parts = `${year}-${month ?? '01'}-${day ?? '01'}`;
  if (!isDay(parts)) return value;
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month) options.month = 'long';
  if (day) options.day = 'numeric';
  const date = new Date(`${parts}T00:00:00Z`);
  const said = once(
    `d ${Object.keys(options).length} ${lang}`,
    () => new Intl.DateTimeFormat(localeOf(lang), options),
  ).format(date);
  // French counts the first of a month in order: « 1er mai ».
  return /^fr\b/.test(lang) ? said.replace(/^1(?=\s)/, '1er') : said;
}

/** The local time of an instant, hours and minutes. */
export function formatTime(instant: string, zone: string, lang: string): string {
  return once(
    `t ${zone} ${lang}`,
    () => new Intl.DateTimeFormat(localeOf(lang), { timeZone: zone, timeStyle: 'short' }),
  ).format(new Date(instant));
}

/** The name of a country by its ISO 3166-1 alpha-2 code; the code itself when there is none. */
export function countryName(code: string, lang: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  const names = once(
    `c ${lang}`,
    () => new Intl.DisplayNames([localeOf(lang)], { type: 'region' }),
  );
  return names.of(code) ?? code;
}
