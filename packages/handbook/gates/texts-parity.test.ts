import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, root, short } from './workspace.js';

/** Every key that the French words have, every declared language has too, and the reverse. */
const shared = path.join(root, 'schemas/shared/texts');
const languages = readdirSync(shared);
const reference = filesBelow(path.join(shared, 'fr'), ['.json']);

describe('texts parity', () => {
  it.each(reference.flatMap((file) => languages.filter((lang) => lang !== 'fr').map((lang) => [short(file), lang] as const)))(
    '%s has the same keys in %s',
    (file, lang) => {
      const other = path.join(shared, lang, path.basename(file));
      expect(existsSync(other), `${short(other)} is missing`).toBe(true);
      expect(keysOf(read(other))).toEqual(keysOf(read(path.join(root, file))));
    },
  );

  it.each(procedures().flatMap(({ id, langs }) => langs.map((lang) => [id, lang] as const)))(
    'procedure %s has the same keys in %s',
    (id, lang) => {
      const folder = path.join(root, 'schemas', id, 'texts');
      expect(keysOf(read(path.join(folder, `${lang}.json`)))).toEqual(keysOf(read(path.join(folder, 'fr.json'))));
    },
  );
});

function procedures(): readonly { readonly id: string; readonly langs: readonly string[] }[] {
  return readdirSync(path.join(root, 'schemas'))
    .filter((id) => existsSync(path.join(root, 'schemas', id, 'procedure.json')))
    .map((id) => ({
      id,
      langs: (read(path.join(root, 'schemas', id, 'procedure.json')) as { languages: readonly string[] }).languages.filter(
        (lang) => lang !== 'fr',
      ),
    }));
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function keysOf(value: unknown, at = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value)
    .filter(([key]) => key !== '//' && !(at === '' && key === 'reviewed') && !(at === '' && key === '$schema'))
    .flatMap(([key, inner]) => keysOf(inner, `${at} › ${key}`))
    .sort();
}
