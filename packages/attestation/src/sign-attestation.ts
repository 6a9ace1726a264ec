import { base64url, CompactSign, importJWK } from 'jose';
import { utf8 } from './bytes.js';
import { AttestationError } from './errors.js';
import type { SigningKey } from './keys.js';
import type { AttestationClaims } from './token/claims.js';
import { toWire } from './token/claims.js';
import { LONGEST_TOKEN, TOKEN_TYPE } from './token/header.js';
import { withLowS } from './token/low-s.js';

/**
 * Signs claims: a compact JWS (RFC 7515), ES256, about 520 ASCII characters.
 *
 * Throws `claim-missing`, `claim-malformed`, `commitment-malformed`, `key-unusable`, `token-too-long`.
 */
export async function signAttestation(
  claims: AttestationClaims,
  key: Pick<SigningKey, 'kid' | 'privateKey'>,
): Promise<string> {
  const payload = utf8(JSON.stringify(toWire(claims)));
  const jws = await new CompactSign(payload)
    .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: TOKEN_TYPE })
    .sign(await privateKeyOf(key));
  const [header = '', body = '', signature = ''] = jws.split('.');
  const token = [header, body, base64url.encode(withLowS(base64url.decode(signature)))].join('.');
  if (token.length > LONGEST_TOKEN)
    throw new AttestationError('token-too-long', { length: token.length, limit: LONGEST_TOKEN });
  return token;
}

async function privateKeyOf(key: Pick<SigningKey, 'kid' | 'privateKey'>): Promise<CryptoKey> {
  const { kty, crv, x, y, d } = key.privateKey;
  if (kty === 'EC' && crv === 'P-256' && x && y && d) {
    const imported = await importJWK({ kty, crv, x, y, d }, 'ES256').catch(() => undefined);
    if (imported && !(imported instanceof Uint8Array)) return imported;
  }
  throw new AttestationError('key-unusable', { kid: key.kid });
}
