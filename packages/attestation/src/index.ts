export { AttestationError } from './errors.js';
export type { AttestationErrorCode } from './errors.js';
export { generateSigningKey, publishedKey } from './keys.js';
export type { KeyIssuer, KeyList, PublicPoint, PublishedKey, SigningKey } from './keys.js';
export type { AttestationClaims, AttestationHolder } from './token/claims.js';
export { signAttestation } from './sign-attestation.js';
export { verifyAttestation } from './verify-attestation.js';
export type {
  AlteredReason,
  KeyUsed,
  UnknownKeyReason,
  Verification,
} from './verify-attestation.js';
export { readCode } from './read-code.js';
export { checkPhrase } from './check-phrase.js';
export { readKeyList } from './read-key-list.js';
export { commitmentOf } from './seal/commitment-of.js';
export { chainHash } from './seal/chain-hash.js';
export { manifestOf } from './seal/manifest-of.js';
export type { Manifest, ManifestPiece, SealedManifest } from './seal/manifest-of.js';
export * from './qr.js';
