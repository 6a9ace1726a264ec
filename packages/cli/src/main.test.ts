import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from './index.js';

const fixtures = fileURLToPath(new URL('../../procedure/fixtures/schemas/', import.meta.url));
let cwd = '';

beforeEach(async () => {
  cwd = await mkdtemp(path.join(os.tmpdir(), 'guichet-cli-'));
  await cp(fixtures, path.join(cwd, 'schemas'), { recursive: true });
});
afterEach(() => rm(cwd, { recursive: true }));

/** Runs the command in this process, in the temporary folder. */
async function guichet(...argv: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(argv, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    cwd,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

async function edit(file: string, from: string, to: string) {
  const name = path.join(cwd, 'schemas', file);
  await writeFile(name, (await readFile(name, 'utf8')).replace(from, to));
}

describe('guichet check', () => {
  it('finds nothing wrong with every procedure of the folder, and says what it did not check', async () => {
    const { code, out } = await guichet('check');
    expect(code).toBe(0);
    expect(out).toContain('4 procedures, 0 errors, 0 warnings');
    for (const rule of ['R3', 'R4', 'R5', 'R6', 'R8', 'R10', 'R11', 'R14']) {
      expect(out).toMatch(new RegExp(`^${rule}: not checked yet\\. .+\\.$`, 'm'));
    }
  });

  it('prints file:line:column, the rule, a sentence and the fix', async () => {
    await edit('library-card/flow.json', '"initial": "person"', '"initial": "persn"');
    const { code, out } = await guichet('check', 'library-card');
    expect(code).toBe(1);
    expect(out).toMatch(
      /^library-card\/flow\.json:3:14 {2}bad-initial {2}.+ → .+Did you mean "person"\?$/m,
    );
  });

  it('exits with 0 when there are only warnings', async () => {
    await edit('library-card/procedure.json', '"AMENDED", "AMENDMENT_PROPOSED"', '"AMENDED"');
    const { code, out } = await guichet('check');
    expect(out).toContain('R1 (warning)');
    expect(code).toBe(0);
  });

  it('prints the same for machines', async () => {
    await edit('library-card/procedure.json', '"version": "1.2.0"', '"version": "one"');
    const { code, out } = await guichet('check', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      problems: [{ rule: 'bad-shape', file: 'library-card/procedure.json', severity: 'error' }],
      notChecked: expect.arrayContaining([{ rule: 'R3', title: expect.any(String) }]),
    });
  });

  it('checks an operator too', async () => {
    await writeFile(path.join(cwd, 'operator.json'), '{ "profile": "administration" }');
    const { code, out } = await guichet('check', '--operator', 'operator.json');
    expect(code).toBe(1);
    expect(out).toMatch(/^operator\.json:1:1 {2}missing-key {2}"appeals"/m);
  });
});

describe('guichet compile', () => {
  it('writes the folder that a page loads', async () => {
    const { code } = await guichet('compile', 'library-card', '--out', 'public/card');
    expect(code).toBe(0);
    const folder = path.join(cwd, 'public/card');
    expect((await readdir(folder)).sort()).toEqual([
      'meta.json',
      'plan.json',
      'texts.en.after.json',
      'texts.en.json',
      'texts.fr-x-plain.after.json',
      'texts.fr-x-plain.json',
      'texts.fr.after.json',
      'texts.fr.json',
    ]);
    const read = async (name: string) =>
      JSON.parse(await readFile(path.join(folder, name), 'utf8')) as Record<string, unknown>;
    expect(await read('plan.json')).toMatchObject({
      id: 'library-card',
      version: '1.2.0',
      format: 1,
    });
    expect(await read('texts.fr.json')).toMatchObject({
      lang: 'fr',
      title: 'Carte de bibliothèque',
    });
    expect(Object.keys(await read('meta.json')).sort()).toEqual([
      'id',
      'languages',
      'planHash',
      'texts',
      'version',
    ]);
  });

  it('writes nothing while there are errors', async () => {
    await edit('library-card/data.schema.json', '"maxLength": 40,', '');
    const { code, out } = await guichet('compile', 'library-card', '--out', 'public');
    expect(code).toBe(1);
    expect(out).toContain('unbounded-text');
    await expect(readdir(path.join(cwd, 'public'))).rejects.toThrow();
  });
});

describe('guichet check --fix', () => {
  it('adds the required that an if lacks, says where, and checks again', async () => {
    const line = '"if": { "properties": { "reason": { "const": "stolen" } }, "required": ["reason"] }';
    await edit('library-card/data.schema.json', line, line.replace(', "required": ["reason"]', ''));
    expect((await guichet('check', 'library-card')).code).toBe(1);
    const { code, err } = await guichet('check', 'library-card', '--fix');
    expect(code).toBe(0);
    expect(err).toContain('library-card/data.schema.json');
    expect((await guichet('check', 'library-card', '--fix')).err).toBe('');
  });
});

describe('guichet publish', () => {
  it('writes the version once, and refuses another result under its name', async () => {
    expect((await guichet('publish', 'library-card')).code).toBe(0);
    const file = path.join(cwd, 'schemas/library-card/published/1.2.0.json');
    const before = await readFile(file, 'utf8');
    await edit('library-card/texts/en.json', 'Library card', 'Card of the library');
    const { code, out } = await guichet('publish', 'library-card');
    expect(code).toBe(1);
    expect(out).toContain('published-changed');
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});

describe('a call that is off', () => {
  for (const argv of [
    [],
    ['chekc'],
    ['toString'],
    ['check', 'no-such-procedure'],
    ['check', '--schemas', 'nowhere'],
    ['check', '--operator', 'nowhere.json'],
    ['check', '--unknown'],
    ['compile', 'library-card'],
    ['compile', '--out', 'x'],
    ['publish'],
  ]) {
    it(`exits with 2: guichet ${argv.join(' ')}`, async () => {
      const { code, out, err } = await guichet(...argv);
      expect(code).toBe(2);
      expect(out + err).toContain('usage: guichet');
    });
  }

  it('prints help on demand', async () => {
    const { code, out } = await guichet('--help');
    expect(code).toBe(0);
    for (const command of ['check', 'compile', 'publish'])
      expect(out).toContain(`guichet ${command}`);
  });
});

it('the committed bin can be parsed before anything is built', async () => {
  const bin = fileURLToPath(new URL('../bin/guichet.js', import.meta.url));
  await expect(promisify(execFile)(process.execPath, ['--check', bin])).resolves.toBeDefined();
});
