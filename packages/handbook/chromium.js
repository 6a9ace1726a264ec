/** Finds the browser that the tests and the bench drive, installing it where that is allowed. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Order: `CHROMIUM_PATH`, an installed Chromium or Chrome, apt when root, Playwright's own install.
 * @param {string} root folder of the workspace
 * @returns {{ path?: string, sentence?: string }} the binary, or one sentence saying what to do
 */
export function findChromium(root) {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    return isExecutable(named) ? { path: named } : { sentence: `CHROMIUM_PATH names "${named}", which cannot be run.` };
  }
  const found = installed() ?? fromApt() ?? fromPlaywright(root);
  if (found) return { path: found };
  return {
    sentence:
      'The browser tests need Chromium: install it (Debian: `apt-get install chromium`), or set CHROMIUM_PATH to a Chromium or Chrome binary.',
  };
}

function installed() {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of names) {
      const file = path.join(folder, name);
      if (isExecutable(file)) return file;
    }
  }
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return existsSync(mac) ? mac : undefined;
}

function fromApt() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  console.log('installing Chromium with apt-get…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], quiet);
  return installed();
}

function fromPlaywright(root) {
  console.log('asking Playwright to install Chromium…');
  const cli = path.join(root, 'node_modules/playwright/cli.js');
  if (spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
    return undefined;
  const asked = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', 'import { chromium } from "playwright"; console.log(chromium.executablePath())'],
    { cwd: root, encoding: 'utf8' },
  );
  const file = asked.stdout?.trim();
  return file && isExecutable(file) ? file : undefined;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
