import { base64url, CompactSign, generateKeyPair, importJWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromHex, toHex, utf8 } from './bytes.js';
import type { SigningKey } from './keys.js';
import { generateSigningKey } from './keys.js';
import { signAttestation } from './sign-attestation.js';
import { filingClaims, listOf } from './testing.js';
import { toWire } from './token/claims.js';
import { TOKEN_TYPE } from './token/header.js';
import { withLowS } from './token/low-s.js';
import { verifyAttestation } from './verify-attestation.js';

let key: SigningKey;
let jws: string;

beforeAll(async () => {
  key = await generateSigningKey();
  jws = await signAttestation(filingClaims, key);
});

/** Signs any header and payload with the listed key: what a hostile or broken signer could make. */
async function forge(header: object, payload: unknown, low = true): Promise<string> {
  const head = base64url.encode(utf8(JSON.stringify(header)));
  const body = base64url.encode(
    utf8(typeof payload === 'string' ? payload : JSON.stringify(payload)),
  );
  const secret = await importJWK({ ...key.privateKey }, 'ES256');
  const raw = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    secret as CryptoKey,
    utf8(`${head}.${body}`),
  );
  const signature = low ? withLowS(new Uint8Array(raw)) : new Uint8Array(raw);
  return `${head}.${body}.${base64url.encode(signature)}`;
}
const pinned = () => ({ alg: 'ES256', kid: key.kid, typ: TOKEN_TYPE });
const encoded = (value: unknown) => base64url.encode(utf8(JSON.stringify(value)));

describe('an untouched attestation', () => {
  it('is authentic and says what was signed', async () => {
    expect(await verifyAttestation(jws, listOf(key))).toEqual({
      is: 'authentic',
      claims: filingClaims,
      key: { kid: key.kid, issuer: listOf(key).keys[0]?.issuer },
    });
  });
  it('is about 520 ASCII characters', () => {
    expect(jws.length).toBeLessThan(540);
    expect(jws).toMatch(/^[\w.-]+$/);
  });
  it('says so when its key is a test key', async () => {
    const said = await verifyAttestation(jws, listOf(key, { test: true }));
    expect(said).toMatchObject({ is: 'authentic', key: { test: true } });
  });
  it('carries every optional claim', async () => {
    const all = {
      ...filingClaims,
      validFrom: '2026-11-24',
      validTo: '2027-02-23',
      rights: ['stay', 'work'],
    };
    const said = await verifyAttestation(await signAttestation(all, key), listOf(key));
    expect(said).toMatchObject({ is: 'authentic', claims: all });
  });
  it('admits a holder without surname or birth date', async () => {
    const bare = { ...filingClaims, holder: { givenNames: 'ياسمين' } };
    const said = await verifyAttestation(await signAttestation(bare, key), listOf(key));
    expect(said).toMatchObject({ is: 'authentic', claims: { holder: { givenNames: 'ياسمين' } } });
  });
});

describe('key and algorithm are never chosen by the token', () => {
  it('refuses alg none, with and without a signature', async () => {
    const [, body, tail] = jws.split('.');
    const head = encoded({ alg: 'none', kid: key.kid, typ: TOKEN_TYPE });
    for (const forged of [`${head}.${body}.`, `${head}.${body}.${tail}`])
      expect(await verifyAttestation(forged, listOf(key))).toMatchObject({ is: 'altered' });
  });
  it('refuses HS256 keyed with the public key', async () => {
    const secret = utf8(JSON.stringify(key.publicKey));
    const forged = await new CompactSign(utf8(JSON.stringify(toWire(filingClaims))))
      .setProtectedHeader({ alg: 'HS256', kid: key.kid, typ: TOKEN_TYPE })
      .sign(secret);
    expect(await verifyAttestation(forged, listOf(key))).toMatchObject({ is: 'altered' });
  });
  it.each(['jwk', 'jku', 'x5c', 'x5u', 'crit', 'b64', 'zip', 'cty', '__proto__'])(
    'refuses a header that also holds %s, even when the listed key signed it',
    async (name) => {
      const header = JSON.parse(
        JSON.stringify(pinned()).replace('{', `{"${name}":${JSON.stringify(key.publicKey)},`),
      );
      expect(
        await verifyAttestation(await forge(header, toWire(filingClaims)), listOf(key)),
      ).toEqual({
        is: 'altered',
        why: 'header',
      });
    },
  );
  it('refuses a key carried by the header', async () => {
    const other = await generateKeyPair('ES256', { extractable: true });
    const jwk = (await generateSigningKey()).publicKey;
    const forged = await new CompactSign(utf8(JSON.stringify(toWire(filingClaims))))
      .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: TOKEN_TYPE, jwk })
      .sign(other.privateKey);
    expect(await verifyAttestation(forged, listOf(key))).toMatchObject({ is: 'altered' });
  });
  it('refuses a signature made for another purpose', async () => {
    for (const typ of ['JWT', 'guichet-checkpoint', undefined])
      expect(
        await verifyAttestation(
          await forge({ ...pinned(), typ }, toWire(filingClaims)),
          listOf(key),
        ),
      ).toEqual({ is: 'altered', why: 'header' });
  });
  it('refuses the listed key id over another key’s signature', async () => {
    const other = await generateSigningKey();
    const forged = await signAttestation(filingClaims, { ...other, kid: key.kid });
    expect(await verifyAttestation(forged, listOf(key))).toEqual({
      is: 'altered',
      why: 'signature',
    });
  });
});

describe('a key that may not be believed', () => {
  const why = async (list: Parameters<typeof verifyAttestation>[1]) => verifyAttestation(jws, list);
  it('is unknown when the list does not hold it', async () => {
    const other = await generateSigningKey();
    expect(await why(listOf(other))).toEqual({
      is: 'unknown-key',
      why: 'not-listed',
      kid: key.kid,
    });
    expect(await why({ ...listOf(key), keys: [] })).toMatchObject({ why: 'not-listed' });
  });
  it('is unknown when the list holds two keys of that name', async () => {
    const list = listOf(key);
    expect(await why({ ...list, keys: [...list.keys, ...list.keys] })).toMatchObject({
      why: 'not-listed',
    });
  });
  it('is unknown once revoked, whatever the date in the token', async () => {
    const revoked = { at: '2027-06-01T00:00:00Z', why: 'stolen' };
    expect(await why(listOf(key, { revoked }))).toMatchObject({
      is: 'unknown-key',
      why: 'revoked',
    });
  });
  it.each([
    ['expired', { until: '2026-11-23T09:14:06Z' }],
    ['not begun', { from: '2026-11-23T09:14:08Z' }],
    ['dates nobody can read', { until: 'soon' }],
  ])('is unknown when its time was %s', async (_, dates) => {
    expect(await why(listOf(key, dates))).toMatchObject({
      is: 'unknown-key',
      why: 'outside-dates',
    });
  });
  it('cannot speak for another issuer', async () => {
    const issuer = { id: 'prefecture-other', names: {}, profile: 'administration' as const };
    expect(await why(listOf(key, { issuer }))).toMatchObject({
      is: 'unknown-key',
      why: 'other-issuer',
    });
  });
  it('cannot speak as an administration when it belongs to a third party', async () => {
    const issuer = { id: filingClaims.issuer, names: {}, profile: 'third-party' as const };
    expect(await why(listOf(key, { issuer }))).toMatchObject({
      is: 'unknown-key',
      why: 'other-issuer',
    });
  });
  it('is unknown, not altered, when it signed a format of the future', async () => {
    const future = await forge(pinned(), { ...toWire(filingClaims), v: 2, k: undefined });
    expect(await verifyAttestation(future, listOf(key))).toMatchObject({ why: 'newer-format' });
  });
});

describe('an altered attestation', () => {
  it('is never accepted, whichever bit of its text is flipped', async () => {
    const list = listOf(key);
    const accepted: number[] = [];
    for (let at = 0; at < jws.length; at++)
      for (let bit = 0; bit < 8; bit++) {
        const flipped = String.fromCharCode(jws.charCodeAt(at) ^ (1 << bit));
        const said = await verifyAttestation(jws.slice(0, at) + flipped + jws.slice(at + 1), list);
        if (said.is === 'authentic') accepted.push(at * 8 + bit);
      }
    expect(accepted).toEqual([]);
  });
  it('is never accepted, whichever character is dropped or doubled', async () => {
    for (let at = 0; at < jws.length; at++)
      for (const middle of ['', jws.charAt(at).repeat(2)]) {
        const text = jws.slice(0, at) + middle + jws.slice(at + 1);
        expect((await verifyAttestation(text, listOf(key))).is).not.toBe('authentic');
      }
  });
  it.each([' ', '\n', '\t', '=', '\u200b', '.'])(
    'is not accepted with %j around or inside',
    async (mark) => {
      for (const text of [jws + mark, mark + jws, jws.slice(0, 90) + mark + jws.slice(90)])
        expect(await verifyAttestation(text, listOf(key))).toMatchObject({ is: 'altered' });
    },
  );
  it('is not accepted under the twin signature (r, n − s)', async () => {
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    const [head, body, tail = ''] = jws.split('.');
    const signature = base64url.decode(tail);
    const s = BigInt(`0x${toHex(signature.subarray(32))}`);
    const high = fromHex((order - s).toString(16).padStart(64, '0')) ?? [];
    const twin = Uint8Array.from([...signature.subarray(0, 32), ...high]);
    const said = await verifyAttestation(`${head}.${body}.${base64url.encode(twin)}`, listOf(key));
    expect(said).toEqual({ is: 'altered', why: 'signature' });
  });
  it('is refused at once when it is huge', async () => {
    const started = performance.now();
    for (const text of ['a'.repeat(50_000_000), `${jws}${'.a'.repeat(5_000_000)}`])
      expect(await verifyAttestation(text, listOf(key))).toEqual({
        is: 'altered',
        why: 'too-long',
      });
    expect(performance.now() - started).toBeLessThan(500);
  });
  it.each(['', '.', '..', '...', 'a.b.c', 'null', '{}', 'é.é.é'])('is what %j is', async (text) => {
    expect(await verifyAttestation(text, listOf(key))).toEqual({
      is: 'altered',
      why: 'not-a-code',
    });
  });
  it.each([
    ['no object', '[]'],
    ['no JSON', 'x'],
    ['no holder', { ...toWire(filingClaims), h: undefined }],
    ['a number for a name', { ...toWire(filingClaims), d: 7 }],
    ['a commitment too short', { ...toWire(filingClaims), c: 'AAAA' }],
    ['an impossible date', { ...toWire(filingClaims), t: 1e16 }],
    ['another profile', { ...toWire(filingClaims), p: 'x' }],
    ['rights that are no list', { ...toWire(filingClaims), r: 'stay' }],
  ])('is refused when what is signed has %s', async (_, payload) => {
    expect(await verifyAttestation(await forge(pinned(), payload), listOf(key))).toEqual({
      is: 'altered',
      why: 'claims',
    });
  });
});
