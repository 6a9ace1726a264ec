import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check, loadFolder, publish, servedFiles } from '../check.js';
import { canonicalJson, compile, formPlanOf, hashOf, type Published } from '../index.js';
import { fixtures, rulesOf } from '../testing/library-card.js';
import { migrationFile, nextVersion } from '../testing/next-version.js';

let folder = '';
const load = () => loadFolder(folder, 'library-card');
const edit = async (file: string, from: string, to: string) => {
  const name = path.join(folder, file);
  await writeFile(name, (await readFile(name, 'utf8')).replace(from, to));
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'guichet-publish-'));
  await cp(fixtures, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

describe('publish', () => {
  it('writes all that a version is, and nothing the second time', async () => {
    const { file, problems } = await publish(await load(), folder);
    expect(problems).toEqual([]);
    expect(file).toBe(path.join(folder, 'library-card/published/1.2.0.json'));
    const text = await readFile(file ?? '', 'utf8');
    const { published } = await compile(await load());
    expect(canonicalJson(JSON.parse(text))).toBe(canonicalJson(published));
    const { mtimeMs } = await stat(file ?? '');
    expect((await publish(await load(), folder)).file).toBe(file);
    expect((await stat(file ?? '')).mtimeMs).toBe(mtimeMs);
  });

  it('refuses a changed result under an unchanged version, a changed word included', async () => {
    await publish(await load(), folder);
    await edit('shared/texts/fr/child.json', 'Prénoms', 'Tous les prénoms');
    expect(rulesOf(await check(await load()))).toEqual(['published-changed']);
    const refused = await publish(await load(), folder);
    expect(refused.file).toBeUndefined();
    await edit('library-card/procedure.json', '"1.2.0"', '"1.3.0"');
    expect(rulesOf((await publish(await load(), folder)).problems)).toEqual(['migration-missing']);
    const migrations = '"migrations": { "1.2.0": "./migrations/1.2.0-1.3.0.json" }, "clocks"';
    await edit('library-card/procedure.json', '"clocks"', migrations);
    await mkdir(path.join(folder, 'library-card/migrations'));
    const file = path.join(folder, 'library-card/migrations/1.2.0-1.3.0.json');
    await writeFile(file, (await nextVersion()).files[migrationFile] ?? '');
    expect((await publish(await load(), folder)).file).toContain('1.3.0.json');
  });

  it('refuses a procedure with errors, and lets warnings pass', async () => {
    await edit('library-card/procedure.json', '"on": ["DECIDED"]', '"on": ["TAKEN"]');
    expect((await publish(await load(), folder)).file).toBeDefined();
    await rm(path.join(folder, 'library-card/published'), { recursive: true });
    await edit('library-card/procedure.json', '"AMENDED", ', '');
    const { file, problems } = await publish(await load(), folder);
    expect(file).toBeUndefined();
    expect(rulesOf(problems)).toEqual(['R1']);
  });
});

describe('servedFiles', () => {
  it('is what a page loads: a tiny meta.json, the plan and the words', async () => {
    const { published } = await compile(await load());
    const files = servedFiles(published as Published);
    expect(Object.keys(files).sort()).toEqual([
      'meta.json',
      'plan.json',
      'texts.en.after.json',
      'texts.en.json',
      'texts.fr-x-plain.after.json',
      'texts.fr-x-plain.json',
      'texts.fr.after.json',
      'texts.fr.json',
    ]);
    const meta = JSON.parse(files['meta.json'] ?? '');
    expect(meta).toMatchObject({
      id: 'library-card',
      version: '1.2.0',
      languages: ['fr', 'fr-x-plain', 'en'],
    });
    expect(JSON.parse(files['plan.json'] ?? '')).toEqual(formPlanOf((published as Published).plan));
    expect(meta.planHash).toBe(await hashOf((published as Published).plan));
    expect(meta.texts.en).toBe((published as Published).texts['en']?.hash);
    expect(files['meta.json']?.length).toBeLessThan(600);
  });
});
