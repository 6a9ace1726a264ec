import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { check, loadFolder } from '../check.js';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

it('the procedure of docs/first-procedure.md has no problem beside the shared blocks', async () => {
  const schemas = await mkdtemp(path.join(tmpdir(), 'guichet-first-'));
  try {
    await cp(here('../../../../schemas/shared'), path.join(schemas, 'shared'), { recursive: true });
    await cp(here('../../docs/first-procedure'), path.join(schemas, 'first-procedure'), {
      recursive: true,
    });
    expect(await check(await loadFolder(schemas, 'first-procedure'))).toEqual([]);
  } finally {
    await rm(schemas, { recursive: true });
  }
});
