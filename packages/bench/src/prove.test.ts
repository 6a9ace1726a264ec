import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { disguises, findIn } from '../faults/search.js';

const script = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../prove.js');

interface Ended {
  readonly code: number | null;
  readonly out: string;
}

function prove(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (out += text));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out })));
}

describe('npm run prove', () => {
  it.each([
    ['kill', '2'],
    ['duplicates', '30'],
    ['canary', '1'],
    ['lock', '1'],
  ])('%s loses nothing', { timeout: 300_000 }, async (name, n) => {
    const { code, out } = await prove(name, '--n', n);
    expect(out).toContain('lost: nothing');
    expect(code).toBe(0);
  });

  it('lists its campaigns', async () => {
    const { code, out } = await prove('--list');
    expect(code).toBe(0);
    for (const name of ['canary', 'duplicates', 'kill', 'lock']) expect(out).toContain(`${name} `);
  });

  it.each([
    [['nothing'], 'No campaign is called "nothing"'],
    [[], 'Name a campaign'],
    [['kill', '--n', 'many'], '--n takes a whole number'],
    [['kill', '--often'], 'often'],
  ])('says what is wrong with %j, and exits 2', async (args, sentence) => {
    const { code, out } = await prove(...args);
    expect(out).toContain(sentence);
    expect(code).toBe(2);
  });
});

describe('the search of the canary campaign', () => {
  const word = 'CANARY7K3F9Q2MXB';

  it('finds a word under each of its disguises, whatever surrounds it', () => {
    for (const disguise of disguises(word)) {
      const bytes = Buffer.concat([
        Buffer.from('before\0'),
        Buffer.from(disguise),
        Buffer.from('\0after'),
      ]);
      expect(findIn(bytes, [word]), String(disguise)).toEqual([`"${word}"`]);
    }
  });

  it('finds it in base64 at any alignment', () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const text = Buffer.from(`${before}${word}and more`).toString('base64');
      expect(findIn(Buffer.from(text), [word])).toEqual([`"${word}"`]);
    }
  });

  it('finds nothing where there is nothing', () => {
    expect(findIn(Buffer.from('CANARY, but another one'), [word])).toEqual([]);
  });
});
