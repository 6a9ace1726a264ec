/**
 * `guichet.js`: a classic script of a few lines that fetches the form's modules, all at once and
 * beside whatever the forms of this page will ask for, so that being split costs no round trip.
 */

/** Filled at build: file names below `guichet/`, the entry first, then all it needs to start. */
declare const GUICHET_MODULES: readonly string[];

import { fetchEarly } from './early.js';

const script = document.currentScript;
if (script instanceof HTMLScriptElement) start(new URL('guichet/', script.src));

function start(folder: URL): void {
  for (const name of GUICHET_MODULES) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = new URL(name, folder).href;
    document.head.append(link);
  }
  const [entry = ''] = GUICHET_MODULES;
  void import(new URL(entry, folder).href);
  for (const form of document.querySelectorAll('guichet-form[src]')) fetchEarly(form);
}
