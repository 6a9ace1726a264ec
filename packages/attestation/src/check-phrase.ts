import { sha256, utf8 } from './bytes.js';

/**
 * Twelve digits in three groups (`4821 0937 6650`), to compare a paper and a screen by eye or aloud.
 *
 * It tells two codes apart; it proves nothing by itself, only the signature does.
 */
export async function checkPhrase(jws: string): Promise<string> {
  const digest = await sha256(utf8(jws));
  const number = new DataView(digest.buffer).getBigUint64(0) % 1_000_000_000_000n;
  return number
    .toString()
    .padStart(12, '0')
    .replace(/(\d{4})(?=\d)/g, '$1 ');
}
