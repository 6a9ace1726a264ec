/**
 * `npm run prove -- NAME [--n N] [--seed S] [--time SECONDS]`, `npm run prove -- --list`
 *
 * Runs one campaign: against the real service, in its own process, on a folder made for it, or on the sources alone.
 * Prints what was tried and what was lost; exits 1 on any loss, 2 when it was called wrongly.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openBench } from './faults/bench.js';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'campaigns');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.js'))
  .map((file) => path.basename(file, '.js'))
  .sort();

const { name, list, n, seed, time } = readArguments();
if (list) await printList();
else process.exitCode = await prove();

async function prove() {
  const campaign = await load(name);
  const count = n ?? campaign.n;
  console.log(`${name}: ${campaign.says}`);
  console.log(`  ${count} ${campaign.unit}, seed ${seed}`);
  if (time !== undefined && !campaign.takesTime)
    stop(`--time stops a campaign that counts cases; "${name}" takes --n only.`);
  const started = Date.now();
  const until = time === undefined ? Infinity : started + time * 1000;
  const say = (line) => console.log(`  ${line}`);
  const bench = await openBench({ seed, say, until, withService: campaign.withService !== false });
  try {
    const { tried, lost } = await runOrStop(campaign, bench, count);
    console.log(`tried: ${tried} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    console.log(`lost: ${lost.length === 0 ? 'nothing' : lost.length}`);
    for (const loss of lost) console.log(`  - ${loss}`);
    return lost.length === 0 ? 0 : 1;
  } finally {
    await bench.close();
  }
}

/** A campaign that cannot go on has lost what it was proving. */
async function runOrStop(campaign, bench, count) {
  try {
    return await campaign.run(bench, count);
  } catch (error) {
    return { tried: 'stopped before the end', lost: [error.stack ?? String(error)] };
  }
}

async function load(campaign) {
  return (await import(`./campaigns/${campaign}.js`)).default;
}

async function printList() {
  for (const each of names) console.log(`${each.padEnd(12)}${(await load(each)).says}`);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        n: { type: 'string' },
        seed: { type: 'string' },
        time: { type: 'string' },
        list: { type: 'boolean' },
      },
    });
    const [campaign, ...more] = positionals;
    if (values.list) return { list: true };
    if (campaign === undefined) stop(`Name a campaign: ${names.join(', ')}.`);
    if (!names.includes(campaign))
      stop(`No campaign is called "${campaign}"; there are ${names.join(', ')}.`);
    if (more.length > 0) stop(`One campaign at a time: "${more[0]}" is one too many.`);
    return {
      name: campaign,
      n: wholeNumber('n', values.n),
      seed: wholeNumber('seed', values.seed) ?? 20261123,
      time: wholeNumber('time', values.time),
    };
  } catch (error) {
    return stop(error.message);
  }
}

function wholeNumber(option, text) {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  return stop(`--${option} takes a whole number from 1, not "${text}".`);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}
