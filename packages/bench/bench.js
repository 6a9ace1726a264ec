/**
 * `npm run bench [-- --only engine,keystroke,mount,bytes] [-- --n 20,200,1000] [-- --repeat 7] [-- --seed 20261123]`
 *
 * Prints one table and writes `packages/bench/results/latest.json`; what was not measured this time
 * stays there. Figures are ratios of one run: contenders are interleaved, the order rotates.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findChromium } from '../handbook/chromium.js';
import { openBrowser, serve } from './harness/browser.js';
import { bundle } from './harness/bundle.js';
import { printRows } from './harness/figures.js';
import { mergeRows } from './harness/merge-rows.js';
import { measureBytes } from './measures/bytes.js';
import { measureEngine } from './measures/engine.js';
import { measureKeystroke } from './measures/keystroke.js';
import { measureMount } from './measures/mount.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const { values: args } = parseArgs({
  options: { only: { type: 'string' }, n: { type: 'string' }, repeat: { type: 'string' }, seed: { type: 'string' } },
});
const measures = { engine: measureEngine, bytes: measureBytes, mount: measureMount, keystroke: measureKeystroke };
const wanted = args.only?.split(',') ?? Object.keys(measures);
const unknown = wanted.filter((name) => !(name in measures));
if (unknown.length > 0) {
  console.error(`No measure is called ${unknown.join(', ')}; there are ${Object.keys(measures).join(', ')}.`);
  process.exit(2);
}

const context = {
  root,
  sizes: (args.n ?? '20,200,1000').split(',').map(Number),
  repeat: Number(args.repeat ?? 7),
  seed: Number(args.seed ?? 20261123),
  contenders: ['floor-dom', 'floor-lit', 'floor-lit-fields', 'floor-lit-alike', 'guichet'],
  shared: readShared(path.join(root, 'schemas/shared'), 'shared'),
};
const machine = `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, Node ${process.version}, load ${os.loadavg()[0].toFixed(1)}`;
console.log(`${machine}, seed ${context.seed}\n`);
const rows = [];
if (wanted.some((name) => name === 'mount' || name === 'keystroke')) {
  const chromium = findChromium(root);
  if (!chromium.path) {
    console.error(chromium.sentence);
    process.exit(1);
  }
  const { benchProcedure } = await loadProcedures();
  const files = new Map();
  for (const name of context.contenders) files.set(`/${name}.js`, (await bundle(`contenders/${name}.js`)).text);
  for (const n of context.sizes) files.set(`/procedure-${n}.js`, `globalThis.procedure = ${JSON.stringify(await benchProcedure(n, context.shared))};`);
  for (const name of context.contenders) for (const n of context.sizes) files.set(`/${name}-${n}`, page(name, n));
  context.server = await serve(files);
  context.browser = await openBrowser(chromium.path);
}
for (const name of wanted) {
  // The engine alone is held to more fields than a page would draw.
  const sizes = name === 'engine' && args.n === undefined ? [...context.sizes, 5000] : context.sizes;
  rows.push(...(await measures[name]({ ...context, sizes })));
}
await context.browser?.close();
context.server?.close();

printRows(rows);
mkdirSync(path.join(here, 'results'), { recursive: true });
const file = path.join(here, 'results/latest.json');
const merged = mergeRows(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).rows : [], rows);
writeFileSync(file, `${JSON.stringify({ node: process.version, rows: merged }, undefined, 1)}\n`);
console.log(`\n${rows.length} rows written to ${path.relative(root, file)}`);

function page(name, n) {
  const data = name === 'guichet' ? `<script src="/procedure-${n}.js"></script>` : '';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name} ${n}</title><body>${data}<script src="/${name}.js"></script></body></html>`;
}

/** The bench runs on sources: the compiler is bundled first, since Node reads no TypeScript here. */
async function loadProcedures() {
  const made = await bundle('harness/procedure.js', { format: 'esm', platform: 'node', minify: false });
  return import(`data:text/javascript;base64,${Buffer.from(made.text).toString('base64')}`);
}

function readShared(folder, at) {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const inside = path.join(folder, entry.name);
      if (entry.isDirectory()) return Object.entries(readShared(inside, `${at}/${entry.name}`));
      return entry.name.endsWith('.json') ? [[`${at}/${entry.name}`, readFileSync(inside, 'utf8')]] : [];
    }),
  );
}
