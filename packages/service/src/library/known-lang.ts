import type { Published } from '@guichet/procedure';

/** The language asked for, when the procedure speaks it; else its reference language: a filing is never lost for that. */
export function knownLang({ plan, texts }: Published, lang: string): string {
  return Object.hasOwn(texts, lang) ? lang : (plan.languages[0] ?? 'fr');
}
