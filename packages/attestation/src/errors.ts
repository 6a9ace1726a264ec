/** Every error this package throws. `errors.test.ts` keeps errors.md in step. */
const messages = {
  'claim-missing': (at: { claim: string }) =>
    `The attestation lacks "${at.claim}": give it a value before signing.`,
  'claim-malformed': (at: { claim: string; want: string }) =>
    `The attestation's "${at.claim}" must be ${at.want}.`,
  'token-too-long': (at: { length: number; limit: number }) =>
    `The signed attestation is ${at.length} characters long; the limit is ${at.limit}. Shorten the names or the list of rights.`,
  'key-unusable': (at: { kid: string }) =>
    `The signing key "${at.kid}" is not a private P-256 key (JWK with kty "EC", crv "P-256", x, y and d).`,
  'salt-too-short': (at: { bytes: number }) =>
    `A commitment needs a salt of 16 bytes or more; this one has ${at.bytes}.`,
  'commitment-malformed': (at: { where: string }) =>
    `${at.where} is not a commitment (64 lower-case hexadecimal digits).`,
  'code-not-ascii': (at: { index: number }) =>
    `The text of a QR code must be ASCII; character ${at.index} is not. Percent-encode the address.`,
  'code-too-long': (at: { length: number; limit: number }) =>
    `The text of a QR code is ${at.length} characters long; ${at.limit} is the most that still reads at 4 cm.`,
};

export type AttestationErrorCode = keyof typeof messages;

/** What this package throws: for the developer or the operator, never for the person at the desk. */
export class AttestationError extends Error {
  readonly code: AttestationErrorCode;

  constructor(code: 'claim-missing', at: { claim: string });
  constructor(code: 'claim-malformed', at: { claim: string; want: string });
  constructor(code: 'token-too-long' | 'code-too-long', at: { length: number; limit: number });
  constructor(code: 'key-unusable', at: { kid: string });
  constructor(code: 'salt-too-short', at: { bytes: number });
  constructor(code: 'commitment-malformed', at: { where: string });
  constructor(code: 'code-not-ascii', at: { index: number });
  constructor(code: AttestationErrorCode, at: object) {
    super((messages[code] as (at: object) => string)(at));
    this.name = 'AttestationError';
    this.code = code;
  }
}
