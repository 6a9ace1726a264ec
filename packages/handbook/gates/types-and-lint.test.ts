import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packages, root } from './workspace.js';

const typed = packages().filter((one) => existsSync(path.join(one.path, 'tsconfig.json')));

describe('types and lint', () => {
  it.each(typed.map((one) => [one.folder]))(
    '%s has no type error',
    (folder) => {
      const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
      const run = spawnSync(process.execPath, [tsc, '-p', path.join(root, 'packages', folder)], { encoding: 'utf8' });
      expect(run.stdout).toBe('');
    },
    120_000,
  );

  it('eslint finds nothing', () => {
    const eslint = path.join(root, 'node_modules/eslint/bin/eslint.js');
    const run = spawnSync(process.execPath, [eslint, '.', '--max-warnings', '0'], { cwd: root, encoding: 'utf8' });
    expect(run.stdout + run.stderr).toBe('');
  }, 240_000);
});
