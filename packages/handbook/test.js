/**
 * `npm test`: finds or installs a browser, builds every package, runs all test
 * projects and ends with the plain line `N passed, N failed`.
 *
 * Arguments are passed on to vitest (`npm test -- --project node engine`);
 * GUICHET_SKIP_BUILD=1 skips the build when nothing but tests changed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const inherit = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };

const chromium = findChromium(root);
if (!chromium.path) {
  console.error(chromium.sentence);
  process.exit(1);
}
console.log(`browser: ${chromium.path}`);

if (!process.env.GUICHET_SKIP_BUILD) {
  console.log('building every package…');
  const built = spawnSync('npm', ['run', 'build', '--silent'], inherit);
  if (built.status !== 0) process.exit(built.status ?? 1);
}

// Once, here: the end-to-end tests start several prefectures at a time, and each would build its own.
const example = await import('../../examples/prefecture/start/build-all.js');
await example.buildService();
await example.buildEmbed();

const folder = mkdtempSync(path.join(tmpdir(), 'guichet-test-'));
const report = path.join(folder, 'report.json');
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const run = spawnSync(
  process.execPath,
  [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { ...inherit, env: { ...process.env, CHROMIUM_PATH: chromium.path, STORYBOOK_DISABLE_TELEMETRY: '1' } },
);

if (!existsSync(report)) {
  console.error('The tests stopped before they could be counted.');
  process.exit(run.status || 1);
}
const counts = JSON.parse(readFileSync(report, 'utf8'));
rmSync(folder, { recursive: true, force: true });
// A file that fails to load has no tests to count: it is one failure all the same.
const brokenFiles = counts.testResults.filter(
  (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
).length;
const failed = counts.numFailedTests + brokenFiles + (run.status !== 0 && counts.numFailedTests + brokenFiles === 0 ? 1 : 0);
const skipped = counts.numPendingTests + counts.numTodoTests;
console.log(`${counts.numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
