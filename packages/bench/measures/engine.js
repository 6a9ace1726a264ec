import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { actsOf, allAnswers } from '../harness/acts.js';
import { bundle } from '../harness/bundle.js';
import { row } from '../harness/figures.js';

/** A batch lasts at least so long, ms: the timer's resolution and the clock's own cost are then nothing. */
const batch = 20;
const rowCount = 500;

/** The engine alone, in Node: each measure in batches, contenders and sizes interleaved, the order rotating. */
export async function measureEngine({ shared, repeat, sizes, seed }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-bench-'));
  try {
    const loaded = await loadParts(folder);
    const procedures = new Map();
    for (const n of sizes) procedures.set(n, await loaded.parts.benchProcedure(n, shared));
    const given = { ...loaded, shared, repeat: repeat * 2 + 1, sizes, seed, procedures };
    const answers = await answering(given);
    return [...answers, ...(await once(given)), ...heap(given)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Node reads no TypeScript here: the engine is bundled into a file of a folder of its own. */
async function loadParts(folder) {
  const { text } = await bundle('harness/engine-parts.js', { format: 'esm', platform: 'node', minify: false });
  const file = path.join(folder, 'engine-parts.mjs');
  writeFileSync(file, text);
  return { file, parts: await import(pathToFileURL(file).href) };
}

/** `answer()` at every size, and in the rows of a group, beside the naive recomputation. */
async function answering({ parts, repeat, sizes, seed, procedures, shared }) {
  const runs = [];
  for (const n of sizes)
    for (const [contender, open] of [['guichet', parts.openGuichet], ['naive', parts.openNaive]])
      runs.push(typist('answer()', contender, n, open(procedures.get(n)), actsOf(procedures.get(n).plan, seed, 5000)));
  const rows = Array.from({ length: rowCount }, (_, i) => `r${i}`);
  const inRows = await parts.rowsProcedure(shared);
  const draft = { ...parts.draftOf(inRows), rows: { '/rows': rows }, answers: allAnswers(inRows.plan, seed, rows) };
  const acts = actsOf(inRows.plan, seed, 5000, rows);
  for (const [contender, open] of [['guichet', parts.openGuichet], ['naive', parts.openNaive]])
    runs.push(typist('answer() in 500 rows of 10', contender, rowCount * 10, open(inRows, draft), acts));
  const { session } = parts.openGuichet(inRows, draft);
  runs.push({ measure: 'add and remove a row among 500', contender: 'guichet', n: rowCount * 10, times: [], run: () => addAndRemove(session) });
  await interleave(runs, repeat);
  return [...runs.map((one) => row(one.measure, one.contender, one.n, one.times, 'µs')), ...ratios(runs, sizes)];
}

function typist(measure, contender, n, { answer }, acts) {
  let next = 0;
  return {
    ...{ measure, contender, n, times: [] },
    run() {
      const [pointer, value] = acts[next++ % acts.length];
      answer(pointer, value);
    },
  };
}

function addAndRemove(session) {
  session.addRow('/rows');
  session.removeRow('/rows', session.group('/rows').rows.at(-1).id);
}

function ratios(runs, sizes) {
  const [small, large] = [sizes[0], sizes.at(-1)];
  return ['guichet', 'naive'].flatMap((contender) => {
    const [one, other] = [small, large].map((n) => runs.find((run) => run.measure === 'answer()' && run.contender === contender && run.n === n));
    const paired = other.times.map((time, i) => time / one.times[i]);
    return [row(`answer(), ${large} fields against ${small}`, contender, large, paired, '×')];
  });
}

/** Everything that is not an answer: one act a batch. */
async function once({ parts, repeat, seed, procedures, shared }) {
  const n = 1000;
  const procedure = procedures.get(n) ?? (await parts.benchProcedure(n, shared));
  const { plan } = procedure;
  const draft = (offset) => ({ ...parts.draftOf(procedure), answers: allAnswers(plan, seed + offset) });
  const [base, ours, theirs] = [0, 1, 2].map(draft);
  const [one, other] = [base, ours].map((each) => parts.versionOf(plan, each, parts.days));
  const files = parts.benchFiles(n, shared);
  const events = parts.longLog(plan, 10_000);
  const runs = [
    ['open session, fresh draft', 'guichet', n, 'ms', () => parts.openGuichet(procedure)],
    ['open session, all answered', 'guichet', n, 'ms', () => parts.openGuichet(procedure, base)],
    ['open session, all answered', 'naive', n, 'ms', () => parts.openNaive(procedure, base)],
    ['difference of two versions', 'guichet', n, 'ms', () => parts.differenceOf(one, other, 1)],
    ['merge of two drafts', 'guichet', n, 'ms', () => parts.mergeDrafts(plan, base, ours, theirs)],
    ['compile, per 100 fields', 'guichet', n, 'ms', () => parts.compiled(files), n / 100],
    ['fold of 10,000 events', 'guichet', events.length, 'ms', () => parts.foldDossier(plan, events)],
  ].map(([measure, contender, size, unit, run, per = 1]) => ({ measure, contender, n: size, unit, run, per, times: [] }));
  await interleave(runs, repeat);
  return runs.map(({ measure, contender, n: size, times, unit, per }) =>
    row(measure, contender, size, times.map((time) => time / 1000 / per), unit),
  );
}

/** Runs each as often as fills a batch; a warm-up tells how often that is. µs an act. */
async function interleave(runs, repeat) {
  for (const one of runs) one.count = await filling(one);
  for (let turn = 0; turn < repeat; turn += 1)
    for (let i = 0; i < runs.length; i += 1) {
      const one = runs[(i + turn) % runs.length];
      one.times.push((await timed(one, one.count)) / one.count);
    }
}

async function filling(one) {
  await timed(one, 3);
  const probe = Math.max(1, (await timed(one, 3)) / 3);
  const count = Math.max(1, Math.min(20_000, Math.ceil((batch * 1000) / probe)));
  await timed(one, count);
  return Math.max(1, Math.min(20_000, Math.ceil((batch * 1000 * count) / Math.max(1, await timed(one, count)))));
}

/**
 * µs of CPU of this process, so that other programs' time is not in them. What an act leaves to do later,
 * saving, happens between batches.
 */
async function timed({ run }, count) {
  const start = process.cpuUsage();
  for (let i = 0; i < count; i += 1) {
    const answer = run();
    if (answer instanceof Promise) await answer;
  }
  const { user, system } = process.cpuUsage(start);
  await new Promise((resolve) => setTimeout(resolve, 0));
  return user + system;
}

/** Heap of a session per field, in processes of their own. */
function heap({ file, procedures, repeat }) {
  const [n, procedure] = [...procedures].find(([size]) => size >= 1000) ?? [...procedures].at(-1);
  const script = `const { heapOf } = await import(${JSON.stringify(pathToFileURL(file).href)});
    const { procedure, what } = JSON.parse(process.argv[1]);
    console.log(heapOf(JSON.parse((await import('node:fs')).readFileSync(procedure, 'utf8')), what));`;
  const kept = `${file}.json`;
  writeFileSync(kept, JSON.stringify(procedure));
  return ['opened', 'shown'].map((what) => {
    const bytes = Array.from({ length: Math.min(5, repeat) }, () => {
      const given = JSON.stringify({ procedure: kept, what });
      const child = spawnSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', script, given], { encoding: 'utf8' });
      if (child.status !== 0) throw new Error(child.stderr.slice(0, 2000));
      return Number(child.stdout);
    });
    return row(`heap of a session per field, ${what}`, 'guichet', n, bytes, 'B');
  });
}
