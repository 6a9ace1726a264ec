/** What a campaign works with: a folder of its own, the service of these sources, chance with a seed. */
import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { makeChance } from './chance.js';
import { startService } from './service-process.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');

/**
 * @param {{ seed: number, say: (line: string) => void, until?: number, withService?: boolean }} options `until`: ms
 * since 1970 when a campaign that counts cases is to stop
 */
export async function openBench({ seed, say, until = Infinity, withService = true }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'guichet-prove-'));
  // Inside node_modules, so that what is not bundled is found from there.
  const cache = path.join(root, 'node_modules/.cache/guichet-prove', `${process.pid}`);
  await mkdir(cache, { recursive: true });
  const load = async (entry) => {
    const outfile = path.join(cache, `${path.basename(entry, '.js')}.mjs`);
    return import(pathToFileURL(await bundle(entry, outfile)).href);
  };
  const [service, client] = withService
    ? await Promise.all([
        bundle(path.join(here, 'service-main.js'), path.join(cache, 'service.mjs')),
        load(path.join(here, 'client.js')),
      ])
    : [];
  const running = new Set();
  return {
    folder,
    root,
    say,
    seed,
    until,
    chance: makeChance(seed),
    client,
    /** Imports a module of these sources, TypeScript included. */
    load,
    /** Starts a service on a folder below the campaign's own; ended with the campaign. */
    async start(name = 'data', more = {}) {
      const process = await startService(service, optionsOf(path.join(folder, name), more));
      running.add(process);
      return process;
    },
    async close() {
      await Promise.all([...running].map((process) => process.kill()));
      await Promise.all([folder, cache].map((each) => rm(each, { recursive: true, force: true })));
    },
  };
}

function optionsOf(dataDir, more) {
  return {
    dataDir,
    keysDir: `${dataDir}-keys`,
    operator: path.join(root, 'examples/prefecture/operator.json'),
    schemasDir: path.join(root, 'schemas'),
    ports: [0],
    ...more,
  };
}

/** Our own packages from their sources, everything else left to Node: no build is needed before a campaign. */
async function bundle(entry, outfile) {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['guichet-source'],
    logLevel: 'silent',
    plugins: [{ name: 'only-ours', setup: leaveOthersOut }],
  });
  return outfile;
}

function leaveOthersOut(building) {
  building.onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
    kind === 'entry-point' || name.startsWith('@guichet/')
      ? undefined
      : { path: name, external: true },
  );
}
