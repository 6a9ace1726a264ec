import { crockfordDigits, randomCode } from '../identity.js';

/** 26 digits hold the secret, 2 tell a slip of the pen from another secret. */
const secretLength = 26;

/** A fresh code of 28 characters in groups of 4: what opens a capsule, written down by its owner. */
export function newCapsuleCode(): string {
  const secret = randomCode(secretLength);
  return (secret + checkOf(secret)).replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * Reads a code as people copy it: any case, spaces or dashes, O for 0, I or L for 1.
 * Answers the secret, or `undefined` when its check digits say that it was miscopied.
 */
export function readCapsuleCode(typed: string): string | undefined {
  const digits = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const secret = digits.slice(0, secretLength);
  const isWhole = digits.length === secretLength + 2 && digits.endsWith(checkOf(secret));
  return isWhole ? secret : undefined;
}

/** Weighted sum modulo 1021, a prime: it sees one wrong digit, and two that changed places. */
function checkOf(secret: string): string {
  let sum = 0;
  for (const [index, digit] of [...secret].entries()) {
    sum = (sum + (index + 2) * (crockfordDigits.indexOf(digit) + 1)) % 1021;
  }
  return crockfordDigits.charAt(sum >> 5) + crockfordDigits.charAt(sum & 31);
}
