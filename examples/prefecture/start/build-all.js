import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildPackage } from './build-package.js';
import { isFresh, noteBuilt } from './freshness.js';
import { root } from './options.js';
import { phase, say } from './progress.js';

/**
 * What the service runs on, lowest rank first, and the command that analysts type beside it; esbuild
 * leaves imports between them alone, so all are built at once.
 */
const serverPackages = ['procedure', 'attestation', 'engine', 'gateway', 'service', 'cli'];

/** Builds the JavaScript of the service and of what it stands on. */
export function buildService() {
  return phase('Service built', async () => {
    await Promise.all(serverPackages.map(buildPackage));
  });
}

/** Builds the script-tag files of @guichet/embed and the verification page, unless nothing changed. */
export async function buildEmbed() {
  const packages = path.join(root, 'packages');
  const embed = path.join(packages, 'embed');
  const sources = [
    ...(await readdir(packages)).map((name) => path.join(packages, name, 'src')),
    path.join(packages, 'attestation/verifier'),
    path.join(embed, 'bundle.js'),
    path.join(embed, 'rename-policy.js'),
  ];
  const stamp = path.join(embed, 'dist', '.bundled-by-start');
  if (await isFresh(stamp, sources)) return say('Form unchanged');
  await phase('Form built', async () => {
    const { bundle } = await import(pathToFileURL(path.join(embed, 'bundle.js')).href);
    const { firstLoad } = await bundle();
    await noteBuilt(stamp, sources);
    say(`First load of the form: ${(firstLoad / 1000).toFixed(1)} kB, compressed`);
  });
}
