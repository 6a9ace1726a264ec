import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startService } from '@guichet/service';
import { buildEmbed } from '../start/build-all.js';
import { buildPages } from '../start/build-pages.js';
import { siteWords } from '../start/site-words.js';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** The example's pages on a real service in this process, its operator chosen and its clock in the test's hand. */
export interface RunningService {
  readonly origin: string;
  /** The service's time; ahead of the browser's by as much as the test wants. */
  readonly clock: { now: () => Date };
  /** Does now all that is due. */
  runQueue(): Promise<void>;
  close(): Promise<void>;
}

/** Starts it; `site` names the folder of pages, so that two tests lay out their own. */
export async function runService(site: string, operator: string): Promise<RunningService> {
  const folder = await mkdtemp(path.join(tmpdir(), 'guichet-e2e-'));
  await buildEmbed();
  const port = 20_000 + Math.floor(Math.random() * 40_000);
  const origin = `http://localhost:${port}`;
  const clock = { now: () => new Date() };
  const words = await siteWords(here(`../${operator}`));
  const pages = await buildPages(site, { api: '', origin, words, more: ['verifier'] });
  const service = await startService({
    dataDir: path.join(folder, 'data'),
    keysDir: path.join(folder, 'keys'),
    operator: here(`../${operator}`),
    schemasDir: here('../../../schemas'),
    ports: [port],
    statics: [{ prefix: '/', dir: pages }],
    testKey: true,
    log: () => undefined,
    now: () => clock.now(),
    queueMs: 1_000_000,
  });
  return {
    origin,
    clock,
    runQueue: () => service.runQueue(),
    async close() {
      await service.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
