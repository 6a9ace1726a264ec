import { base64url, compactVerify, importJWK } from 'jose';
import type { KeyIssuer, KeyList, PublishedKey } from './keys.js';
import type { AttestationClaims } from './token/claims.js';
import { fromWire } from './token/claims.js';
import type { TokenHeader } from './token/header.js';
import { LONGEST_TOKEN, readHeader } from './token/header.js';
import { hasLowS } from './token/low-s.js';

/** The key that an authentic attestation was signed with. */
export interface KeyUsed {
  readonly kid: string;
  readonly issuer: KeyIssuer;
  /** Signed for trying out: worth nothing, and must be said. */
  readonly test?: true;
}

/** The three answers. Claims come with the first only: what is not verified is never shown as said. */
export type Verification =
  | { readonly is: 'authentic'; readonly claims: AttestationClaims; readonly key: KeyUsed }
  | { readonly is: 'unknown-key'; readonly why: UnknownKeyReason; readonly kid: string }
  | { readonly is: 'altered'; readonly why: AlteredReason };

export type UnknownKeyReason =
  | 'not-listed'
  | 'revoked'
  | 'outside-dates'
  /** Signed by a listed key, in the name of somebody else. */
  | 'other-issuer'
  /** Signed by a listed key, in a format that this program is too old to read. */
  | 'newer-format';

export type AlteredReason = 'not-a-code' | 'too-long' | 'header' | 'signature' | 'claims';

/**
 * Says whether a code is authentic, signed by an unknown key, or altered. Works offline, never throws.
 *
 * The token chooses nothing: algorithm and type are pinned, its key id is only looked up in `list`,
 * and exactly one text is accepted for what was signed (no white space, no second encoding, low s).
 * Give it the bare code: `readCode` takes it out of an address or a pasted text.
 * @see RFC 8725 (JWT best current practices), RFC 7515 §5.2
 */
export async function verifyAttestation(jws: string, list: KeyList): Promise<Verification> {
  const read = readToken(jws);
  if ('why' in read) return { is: 'altered', why: read.why };
  const { kid } = read.header;
  const known = list.keys.filter((key) => key.kid === kid);
  const [key] = known;
  if (!key || known.length > 1) return { is: 'unknown-key', why: 'not-listed', kid };
  const payload = await signedPayload(jws, key);
  if (payload === undefined) return { is: 'altered', why: 'signature' };
  return judge(payload, key);
}

type Read = { readonly header: TokenHeader } | { readonly why: AlteredReason };

function readToken(jws: string): Read {
  if (jws.length > LONGEST_TOKEN) return { why: 'too-long' };
  if (!/^[\w-]+\.[\w-]+\.[\w-]{86}$/.test(jws)) return { why: 'not-a-code' };
  const [head = '', body = '', tail = ''] = jws.split('.');
  // Unused low bits of a last base64url character decode to the same bytes: one text only is ours.
  if (![head, body, tail].every((part) => isCanonical(part))) return { why: 'not-a-code' };
  if (!hasLowS(base64url.decode(tail))) return { why: 'signature' };
  const header = readHeader(new TextDecoder().decode(base64url.decode(head)));
  return header ? { header } : { why: 'header' };
}

function isCanonical(part: string): boolean {
  try {
    return base64url.encode(base64url.decode(part)) === part;
  } catch {
    return false;
  }
}

async function signedPayload(jws: string, key: PublishedKey): Promise<string | undefined> {
  const { kty, crv, x, y } = key;
  try {
    const imported = await importJWK({ kty, crv, x, y }, 'ES256');
    const { payload } = await compactVerify(jws, imported, { algorithms: ['ES256'] });
    return new TextDecoder().decode(payload);
  } catch {
    return undefined;
  }
}

function judge(payload: string, key: PublishedKey): Verification {
  const { kid, issuer, test } = key;
  const unknown = (why: UnknownKeyReason) => ({ is: 'unknown-key', why, kid }) as const;
  if (key.revoked) return unknown('revoked');
  const wire = parsed(payload);
  const claims = fromWire(wire);
  if (!claims)
    return versionOf(wire) > 1 ? unknown('newer-format') : { is: 'altered', why: 'claims' };
  const { issuedAt } = claims;
  const at = Date.parse(issuedAt);
  if (!(at >= Date.parse(key.from) && at <= Date.parse(key.until))) return unknown('outside-dates');
  if (claims.issuer !== issuer.id || claims.profile !== issuer.profile)
    return unknown('other-issuer');
  return { is: 'authentic', claims, key: { kid, issuer, ...(test && { test }) } };
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}

function versionOf(wire: unknown): number {
  if (typeof wire !== 'object' || wire === null || !('v' in wire)) return 0;
  return typeof wire.v === 'number' ? wire.v : 0;
}
