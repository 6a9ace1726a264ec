import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './options.js';
import { ownProcedure } from './site-words.js';

const here = path.join(root, 'examples/prefecture');
const embed = path.join(root, 'packages/embed/dist');

/**
 * Lays out the site of one origin: the demo pages, told where the API is and what to say (`siteWords`),
 * the script-tag builds and `more` of what embed built. `api` is empty on the origin that serves the
 * API itself, which is `origin`. A procedure that the pages were not written for has a page without
 * words of its own.
 */
export async function buildPages(name, { api, origin, words, more = [] }) {
  const site = path.join(here, 'dist', name);
  const filled = { ...words, api, origin };
  await rm(site, { recursive: true, force: true });
  await mkdir(site, { recursive: true });
  for (const [file, source] of await pagesFor(words.procedure)) {
    const text = await readFile(path.join(here, 'pages', source), 'utf8');
    await writeFile(
      path.join(site, file),
      text.replaceAll(/\{\{(\w+)\}\}/g, (whole, word) => filled[word] ?? whole),
    );
  }
  for (const built of ['guichet.js', 'guichet.full.js', 'guichet', ...more]) {
    await cp(path.join(embed, built), path.join(site, built), { recursive: true });
  }
  return site;
}

/** Forgets the sites below a name: they are laid out anew at each start. */
export function removePages(name) {
  return rm(path.join(here, 'dist', name), { recursive: true, force: true });
}

/** Name on the site and name in `pages/` of each file. */
async function pagesFor(procedure) {
  const any = 'any-procedure.html';
  const files = (await readdir(path.join(here, 'pages'))).filter((file) => file !== any);
  const index = procedure === ownProcedure ? 'index.html' : any;
  return files.map((file) => [file, file === 'index.html' ? index : file]);
}
