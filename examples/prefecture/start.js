/**
 * `npm start`: a demonstration prefecture with the form, its service and the verification page.
 *
 * Builds what has changed, makes the store at the same time, publishes nothing and contacts nobody:
 * the procedures served are those committed below `schemas/<id>/published/`.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { buildEmbed, buildService } from './start/build-all.js';
import { buildPages, removePages } from './start/build-pages.js';
import { readOptions, root } from './start/options.js';
import { requirePorts } from './start/ports.js';
import { phase, say, sinceStart } from './start/progress.js';
import { sentenceOf } from './start/sentence.js';
import { siteWords } from './start/site-words.js';
import { watchSources } from './start/watch.js';

try {
  await start(readOptions());
} catch (error) {
  process.stderr.write(`${sentenceOf(error) ?? error?.stack ?? error}\n`);
  process.exit(1);
}

async function start(options) {
  const { port, secondPort, dataDir } = options;
  await requirePorts([port, secondPort]);
  // Before anything is built: a procedure that is not there is said at once.
  const words = await siteWords(options.operator, options.procedure);
  await buildService();
  const service = await import('@guichet/service');
  const firstOrigin = `http://localhost:${port}`;
  const [store, statics] = await Promise.all([
    phase('Store ready', () => service.prepareStore(dataDir, options.databaseUrl)),
    buildSites(options, words),
  ]);
  const running = await service.startService({
    ...serviceOptions(options),
    publicUrl: firstOrigin,
    store,
    statics,
  });
  closeOnSignal(running, options);
  say(`Ready after ${sinceStart()}.\n`);
  say(`  The form                  ${firstOrigin}/`);
  say(`  Follow a filed dossier    ${firstOrigin}/dossier.html`);
  say(`  Verify an attestation     ${firstOrigin}/verifier/`);
  say(`  The form on another site  http://localhost:${secondPort}/`);
  say('\nCtrl-C closes it.');
  if (options.watch) watchSources(() => buildSites(options, words));
}

function serviceOptions({ port, secondPort, dataDir, keysDir, operator }) {
  return {
    dataDir,
    keysDir,
    operator,
    schemasDir: path.join(root, 'schemas'),
    ports: [port, secondPort],
    // A key made on somebody's laptop proves nothing: every attestation says that it is a demonstration.
    testKey: true,
    log: (line) => line.level === 'error' && say(JSON.stringify(line)),
  };
}

/** The first origin serves the API too; the second reaches it across origins. A folder a port: two starts of one checkout share nothing. */
async function buildSites({ port }, words) {
  const firstOrigin = `http://localhost:${port}`;
  await mkdir(path.join(root, 'packages/embed/dist'), { recursive: true });
  await buildEmbed();
  const first = { api: '', origin: firstOrigin, words, more: ['verifier'] };
  const second = { api: firstOrigin, origin: firstOrigin, words };
  return [
    { prefix: '/', dir: await buildPages(`${port}/first`, first), on: 'first' },
    { prefix: '/', dir: await buildPages(`${port}/second`, second), on: 'others' },
  ];
}

function closeOnSignal(running, { port }) {
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, async () => {
      if (closing) return;
      closing = true;
      await running.close();
      await removePages(String(port));
      say('Closed.');
      process.exit(0);
    });
  }
}
