import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { isFresh, noteBuilt } from './freshness.js';
import { root } from './options.js';

/**
 * Builds the JavaScript of one workspace package into its `dist`, as its `exports` name it: each
 * entry's source stands beside its result there. No declarations: nobody types against a running service.
 */
export async function buildPackage(name) {
  const folder = path.join(root, 'packages', name);
  const manifestFile = path.join(folder, 'package.json');
  const sources = [path.join(folder, 'src'), manifestFile];
  const stamp = path.join(folder, 'dist', '.built-by-start');
  if (await isFresh(stamp, sources)) return false;
  const { exports } = JSON.parse(await readFile(manifestFile, 'utf8'));
  const entries = Object.values(exports)
    .map((entry) => entry['guichet-source'])
    .filter((source) => typeof source === 'string')
    .map((source) => path.join(folder, source));
  await build({
    entryPoints: entries,
    outdir: path.join(folder, 'dist'),
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'neutral',
    external: ['node:*'],
    target: 'es2022',
    splitting: true,
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  await noteBuilt(stamp, sources);
  return true;
}
