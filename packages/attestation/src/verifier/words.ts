import ar from '../../verifier/texts/ar.json';
import en from '../../verifier/texts/en.json';
import fr from '../../verifier/texts/fr.json';

/** Words of the page by key. French is the reference: a key exists in every language (`words.test.ts`). */
export type Word = keyof typeof fr;

const bundles: Readonly<Record<string, Readonly<Record<string, string>>>> = { fr, en, ar };

/** Languages the page speaks. */
export const languages: readonly string[] = Object.keys(bundles);

/** One language's words, dates included. Latin digits everywhere: they are compared with a paper. */
export interface Words {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  say(key: Word, params?: Readonly<Record<string, string>>): string;
  /** The words for a code of the dossier (`kind.filing`), or the code itself when nobody named it. */
  named(group: 'kind' | 'state' | 'right', code: string): string;
  /** An EDTF day, month or year. */
  day(date: string): string;
  /** An ISO instant, in the operator's zone. */
  moment(instant: string): string;
  count(n: number): string;
  list(items: readonly string[]): string;
}

/** Words in a language; French when the page does not speak it. `zone` is an IANA time zone. */
export function wordsIn(asked: string, zone: string): Words {
  const lang = languages.includes(asked) ? asked : 'fr';
  const bundle: Readonly<Record<string, string>> = bundles[lang] ?? fr;
  const locale = `${lang === 'en' ? 'en-GB' : lang}-u-ca-gregory-nu-latn`;
  const at = (date: string | Date, options: Intl.DateTimeFormatOptions) => {
    const said = new Intl.DateTimeFormat(locale, options).format(new Date(date));
    return lang === 'fr' ? said.replace(/^1(?=\s)/, '1er') : said;
  };
  const say: Words['say'] = (key, params = {}) =>
    (bundle[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
  return {
    lang,
    dir: lang === 'ar' ? 'rtl' : 'ltr',
    say,
    named: (group, code) => nameIn(bundle, group, code) ?? code,
    day: (date) => {
      if (!/^\d{4}(-\d{2}){0,2}$/.test(date) || Number.isNaN(Date.parse(date))) return date;
      const parts = date.split('-').length;
      return at(date, {
        year: 'numeric',
        ...(parts > 1 && { month: 'long' }),
        ...(parts > 2 && { day: 'numeric' }),
        timeZone: 'UTC',
      });
    },
    moment: (instant) =>
      at(instant, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }) +
      ` (${zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone})`,
    list: (items) => new Intl.ListFormat(lang, { type: 'unit', style: 'short' }).format(items),
    count: (n) => {
      const form = n === 0 ? 'zero' : new Intl.PluralRules(lang).select(n);
      return say(`keys.${form}`, { count: String(n) });
    },
  };
}

/** The first of the person's languages that the page speaks. */
export function preferredLanguage(wanted: readonly string[]): string {
  const primary = wanted.map((lang) => lang.split('-')[0] ?? lang);
  return primary.find((lang) => languages.includes(lang)) ?? 'fr';
}

/** A state is a dotted path, each part narrower: the narrowest that has words stands for it. */
function nameIn(
  bundle: Readonly<Record<string, string>>,
  group: string,
  code: string,
): string | undefined {
  const key = `${group}.${code}`;
  if (Object.hasOwn(bundle, key)) return bundle[key];
  const dot = code.lastIndexOf('.');
  return dot < 0 ? undefined : nameIn(bundle, group, code.slice(0, dot));
}
