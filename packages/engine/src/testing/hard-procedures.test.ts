import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProcedureFiles, Published } from '@guichet/procedure';
import { check } from '@guichet/procedure/check';
import { compile } from '@guichet/procedure';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCase } from './procedure-case.js';
import { runCase } from './run-case.js';

const conformance = fileURLToPath(new URL('../../../conformance/procedures/', import.meta.url));
const shared = fileURLToPath(new URL('../../../../schemas/shared/', import.meta.url));

const names = readdirSync(conformance, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const beside = Object.assign(
  jsonBelow(shared, 'shared'),
  ...names.map((name) => jsonBelow(path.join(conformance, name), name)),
) as Readonly<Record<string, string>>;

/** Procedures that are hard to say: each uses the shared blocks, and each case is run to its end. */
describe.each(names)('the test procedure %s', (id) => {
  const folder = path.join(conformance, id);
  const files: ProcedureFiles = { id, files: beside };
  let published: Published;
  beforeAll(async () => {
    const compiled = await compile(files);
    if (!compiled.published) throw new Error(JSON.stringify(compiled.problems.slice(0, 5)));
    published = compiled.published;
  });

  it('has nothing for check to say', async () => {
    expect(await check(files)).toEqual([]);
  });

  it.each(readdirSync(path.join(folder, 'cases')))('%s', async (name) => {
    const run = await runCase(published, readCase(files.files, `${id}/cases/${name}`));
    expect(run.differences).toEqual([]);
  });
});

function jsonBelow(folder: string, prefix: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const [file, name] = [path.join(folder, entry.name), `${prefix}/${entry.name}`];
    if (entry.isDirectory()) Object.assign(found, jsonBelow(file, name));
    else if (name.endsWith('.json')) found[name] = readFileSync(file, 'utf8');
  }
  return found;
}
