import fc from 'fast-check';
import { calculateJwkThumbprint } from 'jose';
import { describe, expect, it } from 'vitest';
import { checkPhrase } from './check-phrase.js';
import { generateSigningKey, publishedKey } from './keys.js';
import { readCode } from './read-code.js';
import { signAttestation } from './sign-attestation.js';
import { filingClaims, listOf } from './testing.js';
import { verifyAttestation } from './verify-attestation.js';

const name = fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), {
  nil: undefined,
});

describe('signAttestation', () => {
  it('gives back any claims that it signed (seed 20261123)', async () => {
    const key = await generateSigningKey();
    const list = listOf(key, { from: '1970-01-01T00:00:00Z', until: '9999-01-01T00:00:00Z' });
    await fc.assert(
      fc.asyncProperty(
        name,
        name,
        fc.integer({ min: 0, max: 4e9 }),
        async (surname, givenNames, t) => {
          const holder = { ...(surname && { surname }), ...(givenNames && { givenNames }) };
          const claims = { ...filingClaims, holder, issuedAt: new Date(t * 1000).toISOString() };
          const said = await verifyAttestation(await signAttestation(claims, key), list);
          expect(said).toMatchObject({ is: 'authentic', claims });
        },
      ),
      { seed: 20261123, numRuns: 60 },
    );
  });
  it('refuses claims that say nothing or cannot be read', async () => {
    const key = await generateSigningKey();
    const sign = (more: object) => signAttestation({ ...filingClaims, ...more }, key);
    await expect(sign({ dossier: '' })).rejects.toMatchObject({ code: 'claim-missing' });
    await expect(sign({ issuedAt: 'now' })).rejects.toMatchObject({ code: 'claim-malformed' });
    await expect(sign({ validTo: '23/11/2026' })).rejects.toMatchObject({
      code: 'claim-malformed',
    });
    await expect(sign({ commitment: 'abc' })).rejects.toMatchObject({
      code: 'commitment-malformed',
    });
    await expect(sign({ state: 'x'.repeat(2000) })).rejects.toMatchObject({
      code: 'token-too-long',
    });
  });
  it('refuses a key that cannot sign, without showing it', async () => {
    const key = await generateSigningKey();
    const halved = { ...key, privateKey: { ...key.privateKey, d: 'AAAA' } };
    await expect(signAttestation(filingClaims, halved)).rejects.toMatchObject({
      code: 'key-unusable',
    });
    await expect(signAttestation(filingClaims, halved)).rejects.not.toThrow(key.privateKey.x);
  });
});

describe('generateSigningKey', () => {
  it('names a key after its RFC 7638 thumbprint', async () => {
    const { kid, publicKey } = await generateSigningKey();
    expect((await calculateJwkThumbprint(publicKey)).startsWith(kid)).toBe(true);
    expect(kid).toHaveLength(11);
  });
});

describe('publishedKey', () => {
  it('never holds the private part', async () => {
    const key = await generateSigningKey();
    const issuer = { id: 'x', names: {}, profile: 'third-party' as const };
    const entry = publishedKey(key, { from: 'a', until: 'b', issuer, test: true });
    expect(JSON.stringify(entry)).not.toContain(key.privateKey.d);
    expect(entry).toMatchObject({ kid: key.kid, alg: 'ES256', use: 'sig', test: true });
  });
});

describe('checkPhrase', () => {
  it('is three groups of four digits, the same each time', async () => {
    expect(await checkPhrase('a')).toBe(await checkPhrase('a'));
    expect(await checkPhrase('b')).toMatch(/^\d{4} \d{4} \d{4}$/);
    expect(await checkPhrase('a')).not.toBe(await checkPhrase('b'));
  });
});

describe('readCode', () => {
  it.each([
    ['a bare code', 'aa.bb.cc'],
    ['an address', 'https://guichet.example/verifier/#aa.bb.cc'],
    ['a code broken by a mail program', '  aa.b\r\n b.cc\u200b '],
    ['an address with a fragment twice', 'https://x/#y#aa.bb.cc'],
  ])('takes the code out of %s', (_, text) => {
    expect(readCode(text)).toBe('aa.bb.cc');
  });
});
