import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Published } from '@guichet/procedure';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileJointLease } from '../fixtures/joint-lease.js';
import { readCase } from './procedure-case.js';
import { runCase } from './run-case.js';

const folder = fileURLToPath(
  new URL('../../../procedure/fixtures/schemas/joint-lease/cases/', import.meta.url),
);
let published: Published;
beforeAll(async () => {
  published = await compileJointLease();
});

describe('the joint lease', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    const files = { [`joint-lease/cases/${name}`]: readFileSync(folder + name, 'utf8') };
    const run = await runCase(published, readCase(files, `joint-lease/cases/${name}`));
    expect(run.differences).toEqual([]);
  });
});
