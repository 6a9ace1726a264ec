import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, loadFolder } from '../check.js';
import { libraryCard, libraryCardWith, rulesOf } from '../testing/library-card.js';

const data = 'library-card/data.schema.json';

async function findings(file: string, text: string) {
  const { id, files } = await libraryCard();
  const start = performance.now();
  const problems = await check({ id, files: { ...files, [file]: text } });
  return { problems, took: performance.now() - start };
}

beforeAll(async () => {
  await check(await libraryCard()); // the meta-schemas are compiled once
});

describe('bad input is a problem, fast', () => {
  it('broken JSON, with the place where it breaks', async () => {
    const { problems } = await findings(
      'library-card/flow.json',
      '{\n  "initial": "a",\n  oops\n}',
    );
    expect(problems).toMatchObject([
      { rule: 'json-syntax', file: 'library-card/flow.json', line: 3, column: 3 },
    ]);
  });

  it('a file that is missing', async () => {
    const { id, files } = await libraryCard();
    const { 'library-card/flow.json': _, ...rest } = files;
    expect(await check({ id, files: rest })).toMatchObject([
      { rule: 'file-missing', file: 'library-card/flow.json' },
    ]);
    expect(rulesOf(await check({ id: 'nothing', files: {} }))).toEqual(['file-missing']);
  });

  it('a file that holds something else', async () => {
    for (const text of ['[]', 'null', '3', '""', '']) {
      const { problems } = await findings(data, text);
      expect(problems.length, text).toBeGreaterThan(0);
    }
  });

  it('a file of 10 MB', async () => {
    const { problems, took } = await findings(data, `{"x":"${'a'.repeat(10_000_000)}"}`);
    expect(rulesOf(problems)).toEqual(['file-too-large']);
    expect(took).toBeLessThan(1000);
  });

  it('a depth bomb', async () => {
    const { problems, took } = await findings(data, '{"properties":'.repeat(50_000));
    expect(rulesOf(problems)).toEqual(['json-too-deep']);
    expect(took).toBeLessThan(1000);
  });

  it('a bomb of references: each block holds the next one twice', async () => {
    const { id, files } = await libraryCard();
    const bomb: Record<string, string> = { ...files };
    for (let i = 0; i < 40; i++) {
      const next = { $ref: `b${i + 1}.schema.json` };
      bomb[`shared/b${i}.schema.json`] = JSON.stringify({
        type: 'object',
        properties: { a: next, b: next },
      });
    }
    bomb['shared/b40.schema.json'] = '{"type":"boolean"}';
    bomb[data] = '{"type":"object","properties":{"a":{"$ref":"../shared/b0.schema.json"}}}';
    const start = performance.now();
    expect(rulesOf(await check({ id, files: bomb }))).toContain('schema-too-large');
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('a file to use that uses itself', async () => {
    const files = await libraryCardWith({
      'shared/sources.json': (s) => (s.loop = { $use: 'sources.json#/loop' }),
    });
    expect(rulesOf(await check(files))).toContain('use-cycle');
  });

  it('dangerous names', async () => {
    const { problems } = await findings(
      data,
      '{"type":"object","properties":{"constructor":{"type":"boolean"},"__proto__":{"type":"boolean"},"toString":{"type":"boolean"}},"required":["valueOf"]}',
    );
    expect(rulesOf(problems)).toEqual(
      expect.arrayContaining(['json-forbidden-key', 'never-asked', 'unknown-property']),
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('a value of the wrong kind anywhere never throws', async () => {
    const { id, files } = await libraryCard();
    const own = Object.keys(files).filter((name) => !name.includes('texts/'));
    const wrong = fc.constantFrom<unknown>(
      null,
      0,
      '',
      [],
      {},
      [null],
      { a: null },
      'x',
      true,
      { $use: 'a.json' },
      { $ref: '#' },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...own), fc.nat(), wrong, async (file, pick, value) => {
        const json: unknown = JSON.parse(files[file] ?? '');
        replaceOne(json, pick, value);
        await check({ id, files: { ...files, [file]: JSON.stringify(json) } });
      }),
      { seed: 20261123, numRuns: 150 },
    );
  });
});

describe('loadFolder', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'guichet-load-'));
    await mkdir(path.join(folder, 'p/texts'), { recursive: true });
    await writeFile(path.join(folder, 'p/procedure.json'), '\ufeff{}');
    await writeFile(path.join(folder, 'p/flow.json'), Buffer.from([0x22, 0xe9, 0x22]));
    await writeFile(path.join(folder, 'p/data.schema.json'), Buffer.alloc(10_000_000, 0x20));
    await writeFile(path.join(folder, 'p/README.md'), 'not JSON');
    await writeFile(path.join(folder, 'p/texts/fr.json'), '{}');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('reads JSON only, and keeps what is wrong with bytes to be reported', async () => {
    const files = await loadFolder(folder, 'p');
    expect(Object.keys(files.files)).toEqual([
      'p/data.schema.json',
      'p/flow.json',
      'p/procedure.json',
      'p/texts/fr.json',
    ]);
    const problems = await check(files);
    expect(problems.filter((problem) => problem.rule === 'file-encoding')).toHaveLength(2);
    expect(rulesOf(problems)).toContain('file-too-large');
  });

  it('gives no files for a folder that does not exist', async () => {
    expect(await loadFolder(folder, 'nothing')).toEqual({ id: 'nothing', files: {} });
  });
});

/** Replaces one of all the values inside some JSON. */
function replaceOne(json: unknown, pick: number, value: unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const visit = (holder: unknown) => {
    if (typeof holder !== 'object' || holder === null) return;
    for (const [key, inner] of Object.entries(holder)) {
      places.push([holder as Record<string, unknown>, key]);
      visit(inner);
    }
  };
  visit(json);
  const place = places[pick % places.length];
  if (place) place[0][place[1]] = value;
}
