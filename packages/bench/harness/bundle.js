/** Bundles contenders as a production page would load them, and weighs them. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { compactSource } from '../../embed/compact-source.js';

const here = path.dirname(fileURLToPath(import.meta.url));

export async function bundle(file, options = {}) {
  const made = await build({
    entryPoints: [path.resolve(here, '..', file)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    // Naming conditions turns esbuild's own `module` off; without it XState comes as CommonJS, 4 kB dearer.
    conditions: ['guichet-source', 'module', 'browser', 'production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [compactSource],
    logLevel: 'silent',
    ...options,
  });
  const text = made.outputFiles[0].text;
  return { text, gzip: gzipSync(text, { level: 9 }).length };
}
