/** `npm run check`: `guichet check` on every procedure, building the command first when it is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

for (const name of ['procedure', 'engine', 'cli']) {
  if (existsSync(path.join(root, 'packages', name, 'dist/index.js'))) continue;
  const status = run('npm', ['run', 'build', '--silent', '--workspace', `packages/${name}`]);
  if (status !== 0) process.exit(status);
}
process.exit(run(process.execPath, [path.join(root, 'packages/cli/bin/guichet.js'), 'check', ...process.argv.slice(2)]));
