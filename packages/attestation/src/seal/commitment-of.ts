import { sha256, toHex, utf8 } from '../bytes.js';
import { AttestationError } from '../errors.js';

/**
 * Commitment of a text: SHA-256(salt ‖ UTF-8 of the canonical JSON), lower-case hexadecimal.
 *
 * Without the salt nobody can test a guess ("is this Amina Diallo's dossier?") against it; destroying
 * salt and key erases the content and leaves every chain and attestation valid. For a file, give the
 * canonical JSON that holds its hash. Throws `salt-too-short` below 16 bytes.
 */
export async function commitmentOf(salt: Uint8Array, canonical: string): Promise<string> {
  if (salt.length < 16) throw new AttestationError('salt-too-short', { bytes: salt.length });
  return toHex(await sha256(salt, utf8(canonical)));
}
