import { describe, expect, it } from 'vitest';
import { canonicalJson, hashOf, sha256Hex } from '../index.js';

describe('canonical JSON', () => {
  it('sorts members by UTF-16 and writes numbers as RFC 8785 does', () => {
    expect(
      canonicalJson({ b: 1, a: [1e21, 0.1, -0], '\u20ac': 'é', '1': null, no: undefined }),
    ).toBe('{"1":null,"a":[1e+21,0.1,0],"b":1,"€":"é"}');
  });

  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrowError(/JSON/);
    expect(() => canonicalJson(undefined)).toThrowError(/JSON/);
  });
});

describe('hashes', () => {
  it('are SHA-256 in lower-case hex', async () => {
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await sha256Hex('abc')).toBe(abc);
    expect(await sha256Hex(new TextEncoder().encode('abc'))).toBe(abc);
    expect(await hashOf({ b: 1, a: 2 })).toBe(await sha256Hex('{"a":2,"b":1}'));
  });
});
