import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildModules } from '../../embed/build-modules.js';
import { bundle } from '../harness/bundle.js';

const procedure = 'student-permit-renewal';

/** Bytes that travel, minified, gzip -9: bundles, the first load of a form by package, and a real procedure. */
export async function measureBytes({ root, contenders }) {
  const rows = [];
  const add = (contender, bytes) =>
    rows.push({ measure: 'bytes gzip', contender, n: 0, median: bytes, min: bytes, max: bytes, unit: 'B' });
  for (const name of contenders) add(name, (await bundle(`contenders/${name}.js`)).gzip);
  const late = ['*/closing-of.js', '*/session-extras.js'];
  add('engine of a page', (await bundle('../engine/src/form.ts', { format: 'esm', external: late })).gzip);
  for (const [name, bytes] of await formModules()) add(name, bytes);
  for (const [name, text] of Object.entries(await served(root))) add(`${procedure} ${name}`, gzip(text));
  return rows;
}

async function formModules() {
  const files = (await buildModules()).map(({ code, ...file }) => ({ ...file, bytes: gzip(code) }));
  const waited = files.filter(({ isFirst }) => isFirst);
  const late = files.filter(({ isFirst, bytes }) => !isFirst && bytes > 1000);
  return [
    ['first load of a form', waited.reduce((sum, { bytes }) => sum + bytes, 0)],
    ...late.map(({ name, bytes }) => [`on demand ${name.replace(/-[\w-]{8}\.js$/, '')}`, bytes]),
  ];
}

async function served(root) {
  const made = await bundle('harness/served.js', { format: 'esm', platform: 'node', minify: false });
  const { servedParts } = await import(`data:text/javascript;base64,${Buffer.from(made.text).toString('base64')}`);
  return servedParts(JSON.parse(readFileSync(path.join(root, `schemas/${procedure}/published/1.1.0.json`), 'utf8')));
}

const gzip = (content) => gzipSync(content, { level: 9 }).length;
