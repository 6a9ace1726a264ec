import type { Bytes } from '../bytes.js';
import { toHex } from '../bytes.js';

/** Order of the P-256 group. @see FIPS 186-5, SEC 2 §2.4.2 */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * The one of the two valid signatures (r, s) and (r, n − s) whose s is low.
 *
 * ECDSA accepts both, so anybody could print a twin of a genuine code: same claims, another check
 * phrase. Signing always gives the low one and verifying accepts no other.
 */
export function withLowS(signature: Uint8Array): Bytes {
  const low = new Uint8Array(signature);
  if (hasLowS(signature)) return low;
  const s = (ORDER - scalarOf(signature)).toString(16).padStart(64, '0');
  for (let i = 0; i < 32; i++) low[32 + i] = Number.parseInt(s.slice(2 * i, 2 * i + 2), 16);
  return low;
}

/** Whether the second half of a raw ES256 signature is at most half the group's order. */
export function hasLowS(signature: Uint8Array): boolean {
  return signature.length === 64 && scalarOf(signature) <= ORDER / 2n;
}

function scalarOf(signature: Uint8Array): bigint {
  return BigInt(`0x${toHex(signature.subarray(32))}`);
}
