import type { OptionView } from '@guichet/engine';
import { countryCodes } from '@guichet/procedure';

const known = new Map<string, readonly OptionView[]>();

/** Countries and territories by name, sorted as the language sorts. */
export function countries(lang: string): readonly OptionView[] {
  const found = known.get(lang);
  if (found) return found;
  const names = new Intl.DisplayNames([lang], { type: 'region' });
  const list = countryCodes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((one, other) => one.label.localeCompare(other.label, lang));
  known.set(lang, list);
  return list;
}
