import { describe, expect, it } from 'vitest';
import { chainHash } from './chain-hash.js';
import { commitmentOf } from './commitment-of.js';
import { manifestOf } from './manifest-of.js';

const salt = Uint8Array.from({ length: 16 }, (_, i) => i);
const a = 'a'.repeat(64);
const b = 'b'.repeat(64);

describe('commitmentOf', () => {
  it('depends on the salt and on the text', async () => {
    const first = await commitmentOf(salt, '{"a":1}');
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await commitmentOf(salt, '{"a":2}')).not.toBe(first);
    expect(
      await commitmentOf(
        salt.map((byte) => byte + 1),
        '{"a":1}',
      ),
    ).not.toBe(first);
  });
  it('refuses a salt that could be guessed', async () => {
    await expect(commitmentOf(new Uint8Array(15), '{}')).rejects.toMatchObject({
      code: 'salt-too-short',
    });
  });
});

describe('manifestOf', () => {
  const piece = (file: string, commitment: string) => ({
    piece: 'passport',
    file,
    commitment,
    size: 12,
  });
  it('is the same in whatever order the pieces come', async () => {
    const one = await manifestOf(a, [piece('1', a), piece('2', b)]);
    const two = await manifestOf(a, [piece('2', b), piece('1', a)]);
    expect(two).toEqual(one);
  });
  it('changes with each piece, its size and the version', async () => {
    const seals = await Promise.all([
      manifestOf(a, []),
      manifestOf(b, []),
      manifestOf(a, [piece('1', a)]),
      manifestOf(a, [piece('1', b)]),
      manifestOf(a, [{ ...piece('1', a), size: 13 }]),
    ]);
    expect(new Set(seals.map((seal) => seal.commitment)).size).toBe(seals.length);
  });
  it('takes nothing but commitments', async () => {
    await expect(manifestOf('x', [])).rejects.toMatchObject({ code: 'commitment-malformed' });
    await expect(manifestOf(a, [piece('1', 'X')])).rejects.toMatchObject({
      code: 'commitment-malformed',
    });
  });
});

describe('chainHash', () => {
  it('changes every later link when one event changes, goes or moves', async () => {
    const chain = async (links: readonly string[]) => {
      let head = '';
      for (const link of links) head = await chainHash(head, link);
      return head;
    };
    const heads = await Promise.all([
      chain([a, b, a]),
      chain([a, a, a]),
      chain([a, b]),
      chain([b, a, a]),
    ]);
    expect(new Set(heads).size).toBe(4);
  });
  it('refuses what is no commitment', async () => {
    await expect(chainHash('', 'zz')).rejects.toMatchObject({ code: 'commitment-malformed' });
    await expect(chainHash('zz', a)).rejects.toMatchObject({ code: 'commitment-malformed' });
  });
});
