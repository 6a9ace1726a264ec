import { canonicalJson } from './canonical-json.js';

/** SHA-256 in lower-case hex of some bytes, or of the UTF-8 of a text; through WebCrypto. */
export async function sha256Hex(data: string | Uint8Array): Promise<string> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data.slice();
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 in lower-case hex over the canonical JSON of a value: how plans and texts are named. */
export function hashOf(value: unknown): Promise<string> {
  return sha256Hex(canonicalJson(value));
}
