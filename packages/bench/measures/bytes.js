import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { existsSync, readFileSync } from 'node:fs';
import { bundle } from '../harness/bundle.js';

/** Bytes that travel: bundles min+gzip -9, and what the first step of the real procedure needs. */
export async function measureBytes({ root, contenders }) {
  const rows = [];
  const add = (contender, bytes) => rows.push({ measure: 'bytes gzip', contender, n: 0, median: bytes, min: bytes, max: bytes, unit: 'B' });
  for (const name of contenders) add(name, (await bundle(`contenders/${name}.js`)).gzip);
  add('engine without xstate', (await bundle('../engine/src/index.ts', { external: ['xstate'], format: 'esm' })).gzip);
  for (const name of ['guichet.js', 'guichet.full.js']) {
    const file = path.join(root, 'packages/embed/dist', name);
    if (existsSync(file)) add(`embed ${name}`, gzipSync(readFileSync(file), { level: 9 }).length);
  }
  return rows;
}
