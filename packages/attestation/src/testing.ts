import type { KeyList, PublishedKey, SigningKey } from './keys.js';
import { publishedKey } from './keys.js';
import type { AttestationClaims } from './token/claims.js';

/** Claims of an ordinary filing, for tests. @internal */
export const filingClaims: AttestationClaims = {
  kind: 'filing',
  issuer: 'prefecture-example',
  dossier: 'K7QM-2P4X-9RTD',
  document: 'A3V8N2KD7Q',
  state: 'filed',
  issuedAt: '2026-11-23T09:14:07.000Z',
  holder: { surname: 'Benali', givenNames: 'Yasmine Amira', birthDate: '1999-04-02' },
  commitment: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  profile: 'administration',
};

/** A list with one key of `filingClaims.issuer`, valid for two years around its date. @internal */
export function listOf(
  key: Pick<SigningKey, 'kid' | 'publicKey'>,
  more: Partial<PublishedKey> = {},
): KeyList {
  const entry = publishedKey(key, {
    from: '2026-01-01T00:00:00Z',
    until: '2027-12-31T23:59:59Z',
    issuer: {
      id: filingClaims.issuer,
      names: { fr: 'Préfecture d’exemple' },
      profile: 'administration',
    },
  });
  return { format: 1, issuedAt: '2026-11-23T00:00:00Z', keys: [{ ...entry, ...more }] };
}
