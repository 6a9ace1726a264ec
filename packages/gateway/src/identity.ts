/** Digits of Crockford base32: no I, L, O or U, so that a code survives being read aloud. */
export const crockfordDigits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What a draft is known by: made together on this device, before anything is typed, and never changed. */
export interface DraftIdentity {
  /** 26 characters of Crockford base32 (128 bits and more), like the other two. */
  readonly id: string;
  /** Idempotency key: the same through retries, crashes and outages (rules.md B11). */
  readonly key: string;
  /** Bearer right on this draft and on the dossier it becomes; never in a URL. */
  readonly capability: string;
}

/** Makes the three secrets of a fresh draft from the platform's random source. */
export function newDraftIdentity(): DraftIdentity {
  return { id: randomCode(26), key: randomCode(26), capability: randomCode(26) };
}

/** Row id: 10 characters, the first one a letter, so that it can never be taken for an index. */
export function newRowId(): string {
  return randomLetter() + randomCode(9);
}

/** File id: 26 characters. */
export function newFileId(): string {
  return randomCode(26);
}

/** `length` random digits of 5 bits each. */
export function randomCode(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => crockfordDigits.charAt(byte & 31)).join('');
}

function randomLetter(): string {
  const letters = crockfordDigits.slice(10, 26);
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
  return letters.charAt(byte & 15);
}
