import { base64url } from 'jose';
import { fromHex, toHex } from '../bytes.js';
import { AttestationError } from '../errors.js';

/**
 * What an attestation states, in full words. README.md, "What the code says", is this table for people.
 *
 * Minimal on purpose (whoever scans the code reads it): no nationality, no address, no foreigner number, no answer.
 */
export interface AttestationClaims {
  /** What it attests: `filing`, `preparation`, `amendment`, `withdrawal`… a key of `texts.attestations`. */
  readonly kind: string;
  /** Who signs: the `issuer.id` of a key in the published list. */
  readonly issuer: string;
  /** Reference of the dossier, as a person reads it aloud. */
  readonly dossier: string;
  /** Id of this document. */
  readonly document: string;
  /** State of the dossier when issued, a key of `texts.states`. */
  readonly state: string;
  /** ISO instant, whole seconds. */
  readonly issuedAt: string;
  /** First and last day on which it opens a right (`YYYY-MM-DD`); absent where it opens none. */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly holder: AttestationHolder;
  /** Codes of the rights it opens; their words belong to the reader's language. */
  readonly rights?: readonly string[];
  /** Commitment of the manifest: version and pieces (`manifestOf`), 64 hexadecimal digits. */
  readonly commitment: string;
  readonly profile: 'administration' | 'third-party';
}

/** Any part may be missing: some people have no surname, some do not know their day of birth. */
export interface AttestationHolder {
  readonly surname?: string;
  readonly givenNames?: string;
  /** EDTF: `1999-04-02`, `1999-04`, `1999`. */
  readonly birthDate?: string;
}

/** The same, in one letter each: what is signed. Order is fixed, so equal claims give equal bytes. */
export interface WireClaims {
  readonly v: 1;
  readonly k: string;
  readonly i: string;
  readonly d: string;
  readonly n: string;
  readonly s: string;
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly t: number;
  readonly f?: string;
  readonly u?: string;
  readonly h: { readonly s?: string; readonly g?: string; readonly b?: string };
  readonly r?: readonly string[];
  /** The commitment's 32 bytes in base64url: a third shorter than hexadecimal digits. */
  readonly c: string;
  /** `a` administration, `t` third party. */
  readonly p: 'a' | 't';
}

/** The one-letter form of claims. Throws `claim-missing`, `claim-malformed`, `commitment-malformed`. */
export function toWire(claims: AttestationClaims): WireClaims {
  for (const name of ['kind', 'issuer', 'dossier', 'document', 'state'] as const)
    if (!claims[name]) throw new AttestationError('claim-missing', { claim: name });
  const commitment = fromHex(claims.commitment);
  if (commitment?.length !== 32)
    throw new AttestationError('commitment-malformed', { where: 'The claim "commitment"' });
  const { surname, givenNames, birthDate } = claims.holder;
  return {
    v: 1,
    k: claims.kind,
    i: claims.issuer,
    d: claims.dossier,
    n: claims.document,
    s: claims.state,
    t: secondsOf(claims.issuedAt),
    ...(claims.validFrom && { f: dayOf('validFrom', claims.validFrom) }),
    ...(claims.validTo && { u: dayOf('validTo', claims.validTo) }),
    h: {
      ...(surname && { s: surname }),
      ...(givenNames && { g: givenNames }),
      ...(birthDate && { b: birthDate }),
    },
    ...(claims.rights?.length && { r: claims.rights }),
    c: base64url.encode(commitment),
    p: claims.profile === 'administration' ? 'a' : 't',
  };
}

/** Reads signed claims back; `undefined` when they are not of this format, whatever was signed. */
export function fromWire(wire: unknown): AttestationClaims | undefined {
  const holder = isRecord(wire) ? wire['h'] : undefined;
  if (!isRecord(wire) || !isRecord(holder) || wire['v'] !== 1) return undefined;
  const text = (of: Record<string, unknown>, key: string) =>
    Object.hasOwn(of, key) && typeof of[key] === 'string' ? of[key] : undefined;
  const [kind, issuer, dossier, document, state, c, p] = [...'kidnscp'].map((key) =>
    text(wire, key),
  );
  const commitment = c === undefined ? undefined : hexOf(c);
  const issuedAt = instantOf(wire['t']);
  const rights = wire['r'] ?? [];
  if (!kind || !issuer || !dossier || !document || !state || !commitment || !issuedAt)
    return undefined;
  if ((p !== 'a' && p !== 't') || !isTexts(rights)) return undefined;
  return {
    kind,
    issuer,
    dossier,
    document,
    state,
    issuedAt,
    ...named('validFrom', text(wire, 'f')),
    ...named('validTo', text(wire, 'u')),
    holder: {
      ...named('surname', text(holder, 's')),
      ...named('givenNames', text(holder, 'g')),
      ...named('birthDate', text(holder, 'b')),
    },
    ...(rights.length > 0 && { rights }),
    commitment,
    profile: p === 'a' ? 'administration' : 'third-party',
  };
}

function secondsOf(instant: string): number {
  const seconds = Math.floor(Date.parse(instant) / 1000);
  if (!Number.isSafeInteger(seconds))
    throw new AttestationError('claim-malformed', {
      claim: 'issuedAt',
      want: 'an ISO 8601 instant',
    });
  return seconds;
}

function dayOf(claim: string, day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day))
    throw new AttestationError('claim-malformed', { claim, want: 'a day, YYYY-MM-DD' });
  return day;
}

function instantOf(seconds: unknown): string | undefined {
  if (!Number.isSafeInteger(seconds)) return undefined;
  const time = new Date(Number(seconds) * 1000);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

function hexOf(encoded: string): string | undefined {
  if (!/^[\w-]{43}$/.test(encoded)) return undefined;
  return toHex(base64url.decode(encoded));
}

function named(name: string, value: string | undefined): object {
  return value === undefined ? {} : { [name]: value };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
