import { folderUrl } from './folder-url.js';
import { chosenLanguage } from './kept-language.js';

/** Answers asked for by the loader before the form's code was there, by address. */
type Early = Map<string, Promise<Response>>;

const name = Symbol.for('guichet.early');

/** How every public file is asked for: no cookie, and no word of which page it is for. */
export const publicFetch = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const;

/** Asks for what the form in `element` will need first. */
export function fetchEarly(element: Element): void {
  const early: Early = new Map();
  const src = element.getAttribute('src') ?? '';
  const folder = folderUrl(src);
  const lang = chosenLanguage(src) ?? element.getAttribute('lang') ?? document.documentElement.lang;
  for (const file of ['meta.json', 'plan.json', ...(lang === '' ? [] : [`texts.${lang}.json`])]) {
    const { href } = new URL(file, folder);
    const answer = fetch(href, publicFetch);
    // Whoever wants it hears of its failure; nobody may.
    answer.catch(() => undefined);
    early.set(href, answer);
  }
  (globalThis as Record<symbol, unknown>)[name] = early;
}

/** The answer that was asked for early, once; else asks now. */
export function fetchOnce(address: URL): Promise<Response> {
  const early = (globalThis as Record<symbol, unknown>)[name] as Early | undefined;
  const found = early?.get(address.href);
  early?.delete(address.href);
  return found ?? fetch(address, publicFetch);
}
