#!/usr/bin/env node
// Committed, so that npm can link it before anything is built.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../dist/index.js', import.meta.url));

if (existsSync(built)) {
  const { main } = await import('../dist/index.js');
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    cwd: process.cwd(),
  });
} else {
  process.stderr.write('The guichet command is not built yet: run `npm run build` once.\n');
  process.exitCode = 2;
}
