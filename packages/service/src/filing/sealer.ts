import {
  generateSigningKey,
  publishedKey,
  signAttestation,
  type AttestationClaims,
  type KeyIssuer,
  type KeyList,
  type SigningKey,
} from '@guichet/attestation';
import type { Operator } from '@guichet/procedure';
import { ServiceError } from '../errors.js';

/** Signs attestations with this service's key, in the operator's name. */
export interface Sealer {
  seal(claims: Omit<AttestationClaims, 'issuer' | 'profile'>): Promise<string>;
  /** The published list: what `/api/v1/keys` gives and a verifier keeps. */
  keys(now: Date): KeyList;
}

/** What `signing.jwk.json` holds: one key and the years in which it may sign. */
interface KeyFile {
  readonly format: 1;
  readonly from: string;
  readonly until: string;
  readonly key: SigningKey;
}

const years = 10;

/** Text of a new key file. The first minute is given away, for clocks that go back a little. */
export async function newSigningKeyFile(now: Date): Promise<string> {
  const until = new Date(now);
  until.setUTCFullYear(until.getUTCFullYear() + years);
  const from = new Date(now.getTime() - 60_000);
  const file: KeyFile = {
    format: 1,
    from: from.toISOString(),
    until: until.toISOString(),
    key: await generateSigningKey(),
  };
  return JSON.stringify(file);
}

/** Opens a key file. `test` marks everything it signs as made for trying out. Throws `key-unreadable`. */
export function openSealer(text: string, file: string, operator: Operator, test: boolean): Sealer {
  const { key, from, until } = readKeyFile(text, file);
  const issuer = issuerOf(operator);
  const published = publishedKey(key, {
    from,
    until,
    issuer,
    ...(test ? { test: true as const } : {}),
  });
  return {
    seal: (claims) =>
      signAttestation({ ...claims, issuer: issuer.id, profile: issuer.profile }, key),
    keys: (now) => ({ format: 1, issuedAt: now.toISOString(), keys: [published] }),
  };
}

function readKeyFile(text: string, file: string): KeyFile {
  try {
    const found = JSON.parse(text) as Partial<KeyFile>;
    if (found.format === 1 && found.key?.privateKey.d && found.from && found.until)
      return found as KeyFile;
  } catch {
    // Said below, like every other fault of the file.
  }
  throw new ServiceError('key-unreadable', { file });
}

/** The operator's name as an id: ASCII, short, since it is printed in every code. */
function issuerOf(operator: Operator): KeyIssuer {
  const id = operator.authority
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 32);
  return { id: id || 'operator', names: { fr: operator.authority }, profile: operator.profile };
}
