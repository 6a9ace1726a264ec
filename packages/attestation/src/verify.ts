/** What only reads: checks a code and nothing else, for pages that never sign. */
export { checkPhrase } from './check-phrase.js';
export { readKeyList } from './read-key-list.js';
export type { KeyIssuer, KeyList, PublishedKey } from './keys.js';
export { readCode } from './read-code.js';
export type { AttestationClaims, AttestationHolder } from './token/claims.js';
export { verifyAttestation } from './verify-attestation.js';
export type {
  AlteredReason,
  KeyUsed,
  UnknownKeyReason,
  Verification,
} from './verify-attestation.js';
