/**
 * Builds what a host page loads, from the packages' sources:
 *
 * - `dist/guichet.js`, a classic script, and `dist/guichet/*.js`, the modules it fetches: the first
 *   step's are fetched at once, the others (status, attestation view) when they are shown;
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
import { compactSource } from './compact-source.js';
import { renamePolicy } from './rename-policy.js';

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
    buildModules(),
    build({
      ...common,
      entryPoints: { 'guichet.full': at('src/register.ts') },
      outdir: at('dist'),
      format: 'iife',
      plugins: [renamePolicy, compactSource],
    }),
    buildVerifier(at('dist/verifier')),
  ]);
  const first = startingModules(modules.metafile);
  await build({
    ...common,
    entryPoints: { guichet: at('src/loader.ts') },
    outdir: at('dist'),
    format: 'iife',
    define: { ...common.define, GUICHET_MODULES: JSON.stringify(first) },
  });
  return measure(modules.metafile, first);
}

/** The modules of the form and what they load on demand. `options` are esbuild's, for measuring. */
export function buildModules(options = {}) {
  return build({
    ...common,
    entryPoints: { form: at('src/register.ts') },
    outdir: at('dist/guichet'),
    format: 'esm',
    splitting: true,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    plugins: [renamePolicy, compactSource],
    ...options,
  });
}

/** The entry and all that it imports without being asked to, as file names. */
export function startingModules({ outputs }) {
  const entry = Object.keys(outputs).find((name) =>
    outputs[name].entryPoint?.endsWith('register.ts'),
  );
  const found = new Set();
  const visit = (name) => {
    if (found.has(name)) return;
    found.add(name);
    for (const one of outputs[name].imports) if (one.kind === 'import-statement') visit(one.path);
  };
  visit(entry);
  return [...found].map((name) => path.basename(name));
}

async function measure({ outputs }, first) {
  const lazy = Object.keys(outputs)
    .map((name) => path.basename(name))
    .filter((name) => name.endsWith('.js') && !first.includes(name));
  const sizes = {};
  for (const name of [
    'guichet.js',
    ...[...first, ...lazy].map((file) => `guichet/${file}`),
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
