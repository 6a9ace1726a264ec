import { encode } from 'uqr';
import { AttestationError } from '../errors.js';

/** Version 22, level M: 105 modules, 0.35 mm each at 4 cm with the quiet zone. */
const LARGEST_VERSION = 22;
const LONGEST_TEXT = 779;

/** A QR code as rows of modules, without its quiet zone. */
export interface QrMatrix {
  readonly version: number;
  /** Modules a side. */
  readonly size: number;
  /** `true` is dark. */
  readonly modules: readonly (readonly boolean[])[];
}

/**
 * Encodes an ASCII text at level M (15 % of the code may be damaged).
 *
 * Throws `code-not-ascii` (another character would need ECI, which many readers get wrong) and
 * `code-too-long` (beyond version 22 a module printed at 4 cm is too small for a phone).
 */
export function qrMatrix(text: string): QrMatrix {
  const index = Array.from(text).findIndex((character) => character > '~' || character < ' ');
  if (index >= 0) throw new AttestationError('code-not-ascii', { index });
  if (text.length > LONGEST_TEXT)
    throw new AttestationError('code-too-long', { length: text.length, limit: LONGEST_TEXT });
  const { version, size, data } = encode(text, {
    ecc: 'M',
    boostEcc: false,
    border: 0,
    maxVersion: LARGEST_VERSION,
  });
  return { version, size, modules: data };
}
