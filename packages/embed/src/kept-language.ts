import { folderUrl } from './folder-url.js';

const slot = (src: string): string => `guichet language ${folderUrl(src).href}`;

/** The language that the person chose for the procedure in this folder, at an earlier visit of this device. */
export function chosenLanguage(src: string): string | undefined {
  try {
    return localStorage.getItem(slot(src)) ?? undefined;
  } catch {
    // A device that keeps nothing asks again.
    return undefined;
  }
}

/** Remembers it for the next visit; its answers stay in the draft, and only the language's code is kept here. */
export function keepLanguage(src: string, lang: string): void {
  try {
    localStorage.setItem(slot(src), lang);
  } catch {
    // Refused or full: the page goes on in that language all the same.
  }
}
