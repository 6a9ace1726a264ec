import { fromHex, sha256, toHex, utf8 } from '../bytes.js';
import { AttestationError } from '../errors.js';

/**
 * Next link of a log's chain: SHA-256("guichet-chain-1" ‖ previous link ‖ commitment), hexadecimal.
 *
 * `previous` is `''` for the first event of a log. Changing, dropping or moving one event changes every
 * link after it. Throws `commitment-malformed`.
 */
export async function chainHash(previous: string, commitment: string): Promise<string> {
  const before = previous === '' ? new Uint8Array(32) : bytesOf('The previous link', previous);
  const link = await sha256(utf8('guichet-chain-1'), before, bytesOf('The link', commitment));
  return toHex(link);
}

function bytesOf(where: string, hex: string): Uint8Array {
  const bytes = fromHex(hex);
  if (bytes?.length !== 32) throw new AttestationError('commitment-malformed', { where });
  return bytes;
}
