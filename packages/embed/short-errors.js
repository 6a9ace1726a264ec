import { readFile } from 'node:fs/promises';

/**
 * esbuild plugin: an error for developers says its code and what it is about, and leaves the sentence to
 * `errors.md` of its package: nobody who fills in a form reads it, and everybody would download it.
 */
export const shortErrors = {
  name: 'short-errors',
  setup(build) {
    build.onLoad(
      { filter: /[\\/](procedure|engine)[\\/]src[\\/]errors\.ts$/ },
      async ({ path }) => ({ contents: shorten(await readFile(path, 'utf8'), path), loader: 'ts' }),
    );
  },
};

const sentence = /super\(\s*\(?messages\[code\][^;]*\);/;

/** The source of an `errors.ts` that throws codes. */
export function shorten(source, path = 'errors.ts') {
  const shortened = source.replace(sentence, 'super(code + " " + JSON.stringify(at));');
  if (shortened === source)
    throw new Error(`${path} makes its sentences otherwise: short-errors.js must follow.`);
  return shortened;
}
