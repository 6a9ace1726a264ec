/** Separates our signatures from any other made with the same key: nothing else may carry this type. */
export const TOKEN_TYPE = 'guichet-attestation+jwt';

/** Longer than any attestation, short enough that hashing a hostile text costs nothing. */
export const LONGEST_TOKEN = 2048;

/** The whole protected header: three members, each pinned but the name of the key. */
export interface TokenHeader {
  readonly alg: 'ES256';
  readonly kid: string;
  readonly typ: typeof TOKEN_TYPE;
}

/**
 * Reads a header that has exactly our three members; `undefined` otherwise.
 *
 * A closed list refuses `jwk`, `jku`, `x5c`, `crit`, `b64`, `zip` and whatever comes next without
 * naming them: nothing in a token chooses its key or its algorithm.
 * @see RFC 8725 §3.1, §3.11 (JWT best current practices)
 */
export function readHeader(json: string): TokenHeader | undefined {
  let header: unknown;
  try {
    header = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof header !== 'object' || header === null) return undefined;
  if (Object.keys(header).sort().join() !== 'alg,kid,typ') return undefined;
  const { alg, kid, typ } = header as Record<string, unknown>;
  if (alg !== 'ES256' || typ !== TOKEN_TYPE || typeof kid !== 'string') return undefined;
  return { alg, kid, typ };
}
