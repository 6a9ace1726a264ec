import { base64url } from 'jose';
import { sha256, utf8 } from './bytes.js';

/** A public P-256 point as JWK members. */
export interface PublicPoint {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** What signs. The private part never leaves the service; store it 0600, or keep it in an HSM. */
export interface SigningKey {
  /** First 11 characters of the RFC 7638 thumbprint: short, since it is printed in every code. */
  readonly kid: string;
  readonly publicKey: PublicPoint;
  readonly privateKey: PublicPoint & { readonly d: string };
}

/** Who speaks through a key. */
export interface KeyIssuer {
  /** Claim `issuer` of what it signs. */
  readonly id: string;
  /** Name to show, by language; the first one stands in for a missing language. */
  readonly names: Readonly<Record<string, string>>;
  /** A key of a third party can never sign in an administration's name. */
  readonly profile: 'administration' | 'third-party';
}

/** One key of the published list: a JWK with what is needed to trust it. */
export interface PublishedKey extends PublicPoint {
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
  /** ISO instants between which it may have signed. The public key stays listed at least ten years after. */
  readonly from: string;
  readonly until: string;
  /** A stolen key can date its forgeries as it likes: nothing it signed is believed any more. */
  readonly revoked?: { readonly at: string; readonly why?: string };
  /** Made for trying out: whatever it signs says so. */
  readonly test?: true;
  readonly issuer: KeyIssuer;
}

/** What `/api/v1/keys` gives, and what a verifier keeps: a JWK Set (RFC 7517 §5) with dates and names. */
export interface KeyList {
  readonly format: 1;
  /** ISO instant. */
  readonly issuedAt: string;
  readonly keys: readonly PublishedKey[];
}

/** Makes an ES256 key pair from the platform's randomness. */
export async function generateSigningKey(): Promise<SigningKey> {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(curve, true, ['sign', 'verify']);
  const { x = '', y = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const publicKey = { kty: 'EC', crv: 'P-256', x, y } as const;
  return { kid: await keyId(publicKey), publicKey, privateKey: { ...publicKey, d } };
}

/** @see RFC 7638 §3: the required members, in this order, without white space. */
async function keyId({ crv, kty, x, y }: PublicPoint): Promise<string> {
  const digest = await sha256(utf8(JSON.stringify({ crv, kty, x, y })));
  return base64url.encode(digest).slice(0, 11);
}

/** The entry of a key in the published list; never holds the private part. */
export function publishedKey(
  key: Pick<SigningKey, 'kid' | 'publicKey'>,
  about: Pick<PublishedKey, 'from' | 'until' | 'issuer' | 'revoked' | 'test'>,
): PublishedKey {
  const { kty, crv, x, y } = key.publicKey;
  const { from, until, issuer, revoked, test } = about;
  return {
    kid: key.kid,
    kty,
    crv,
    alg: 'ES256',
    use: 'sig',
    x,
    y,
    from,
    until,
    ...(revoked && { revoked }),
    ...(test && { test }),
    issuer,
  };
}
