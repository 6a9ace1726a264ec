/**
 * Builds what a host page loads, from the packages' sources:
 *
 * - `dist/guichet.js`, a classic script, and `dist/guichet/*.js`, the modules it fetches: the first
 *   step's at once, the others while it is read (pieces, review, filing) or when they are shown (status);
 * - `dist/guichet.full.js`, the same in one classic file;
 * - `dist/verifier/`, the verification page.
 *
 * Prints the sizes, minified and gzipped.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { buildVerifier } from '../attestation/verifier/build.js';
import { buildModules } from './build-modules.js';
import { compactSource } from './compact-source.js';
import { renamePolicy } from './rename-policy.js';
import { shortErrors } from './short-errors.js';

const root = path.dirname(fileURLToPath(import.meta.url));
const at = (...names) => path.join(root, ...names);

const common = {
  bundle: true,
  minify: true,
  target: 'es2022',
  platform: 'browser',
  // `module`: setting any condition turns the default off, and XState's CommonJS costs 4.4 kB more.
  conditions: ['guichet-source', 'module'],
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  sourcemap: 'linked',
  metafile: true,
  logLevel: 'warning',
  charset: 'utf8',
};

/** Builds all of it; answers the sizes by file name, in bytes, and what the first step costs. */
export async function bundle() {
  await mkdir(at('dist'), { recursive: true });
  await rm(at('dist/guichet'), { recursive: true, force: true });
  const [modules] = await Promise.all([
    buildModules(at('dist/guichet')),
    build({
      ...common,
      entryPoints: { 'guichet.full': at('src/register.ts') },
      outdir: at('dist'),
      format: 'iife',
      plugins: [renamePolicy, compactSource, shortErrors],
    }),
    buildVerifier(at('dist/verifier')),
  ]);
  const first = modules.filter(({ isFirst }) => isFirst).map(({ name }) => name);
  await build({
    ...common,
    entryPoints: { guichet: at('src/loader.ts') },
    outdir: at('dist'),
    format: 'iife',
    define: { ...common.define, GUICHET_MODULES: JSON.stringify(first) },
  });
  return measure(modules, first);
}

async function measure(modules, first) {
  const sizes = {};
  for (const name of [
    'guichet.js',
    ...modules.map((file) => `guichet/${file.name}`),
    'guichet.full.js',
  ]) {
    const bytes = await readFile(at('dist', name));
    sizes[name] = { min: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
  }
  const firstLoad = ['guichet.js', ...first.map((file) => `guichet/${file}`)].reduce(
    (sum, name) => sum + sizes[name].gzip,
    0,
  );
  const sized = { firstLoad, sizes };
  await writeFile(at('dist/sizes.json'), `${JSON.stringify(sized, null, 2)}\n`);
  return sized;
}

/** The sizes as lines to print. */
export function describeSizes({ firstLoad, sizes }) {
  const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(7);
  const lines = Object.entries(sizes).map(
    ([name, { min, gzip }]) => `${kB(min)} ${kB(gzip)}  ${name}`,
  );
  return [
    '    min    gzip  kB',
    ...lines,
    `first load ${(firstLoad / 1000).toFixed(1)} kB gzip`,
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${describeSizes(await bundle())}\n`);
}
