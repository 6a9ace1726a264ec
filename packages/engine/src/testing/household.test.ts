import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileHousehold } from '../fixtures/household.js';
import { readCase } from './procedure-case.js';
import { runCase } from './run-case.js';

const folder = new URL('../../../procedure/fixtures/schemas/household/cases/', import.meta.url);

describe('a procedure of computed values and rows', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    const path = `household/cases/${name}`;
    const given = readCase({ [path]: readFileSync(new URL(name, folder), 'utf8') }, path);
    expect((await runCase(await compileHousehold(), given)).differences).toEqual([]);
  });
});
