import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const source = (name) => path.join(here, '../src/verifier', `${name}.ts`);

/** Builds the static verification page into `out`: a folder that any file server can serve, under any path. */
export async function buildVerifier(out) {
  const common = {
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    logLevel: 'warning',
  };
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await build({
    ...common,
    entryPoints: { page: source('page') },
    outdir: out,
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    conditions: ['guichet-source', 'module'],
  });
  for (const file of ['index.html', 'page.css'])
    await copyFile(path.join(here, file), path.join(out, file));
  const files = (await readdir(out)).filter((file) => file !== 'offline.js').sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(await readFile(path.join(out, file)));
  await build({
    ...common,
    entryPoints: { offline: source('offline') },
    outdir: out,
    format: 'iife',
    define: {
      FILES: JSON.stringify(['./', ...files]),
      BUILD: JSON.stringify(hash.digest('hex').slice(0, 12)),
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildVerifier(path.join(here, '../dist/verifier'));
