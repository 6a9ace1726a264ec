import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './options.js';

const here = path.join(root, 'examples/prefecture');
const embed = path.join(root, 'packages/embed/dist');

/**
 * Lays out the site of one origin: the demo pages, told where the API is, the script-tag builds and
 * `more` of what embed built. `api` is empty on the origin that serves the API itself, which is `origin`.
 */
export async function buildPages(name, { api, origin, more = [] }) {
  const site = path.join(here, 'dist', name);
  await rm(site, { recursive: true, force: true });
  await mkdir(site, { recursive: true });
  for (const file of await readdir(path.join(here, 'pages'))) {
    const text = await readFile(path.join(here, 'pages', file), 'utf8');
    await writeFile(
      path.join(site, file),
      text.replaceAll('{{api}}', api).replaceAll('{{origin}}', origin),
    );
  }
  for (const built of ['guichet.js', 'guichet.full.js', 'guichet', ...more]) {
    await cp(path.join(embed, built), path.join(site, built), { recursive: true });
  }
  return site;
}
