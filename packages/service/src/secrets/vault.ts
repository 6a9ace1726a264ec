import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { decrypt, encrypt } from './cipher.js';

/** The key of one draft and of the dossier it becomes. Erasing its wrapped form erases what it sealed. */
export interface DataKey {
  readonly id: string;
  seal(context: string, bytes: Uint8Array): Buffer;
  open(context: string, sealed: Uint8Array): Buffer;
  sealJson(context: string, value: unknown): Buffer;
  openJson(context: string, sealed: Uint8Array): unknown;
  /** Keyed digest: tells two texts apart and says nothing of either. */
  mac(text: string): Buffer;
}

export interface Vault {
  make(): { readonly key: DataKey; readonly wrapped: Buffer };
  unwrap(id: string, wrapped: Uint8Array): DataKey;
}

/** Data keys wrapped by the master key, which lies outside the data folder (envelope encryption). */
export function openVault(master: Uint8Array): Vault {
  return {
    make() {
      const id = randomBytes(16).toString('hex');
      const bytes = randomBytes(32);
      return { key: dataKey(id, bytes), wrapped: encrypt(master, `key:${id}`, bytes) };
    },
    unwrap: (id, wrapped) => dataKey(id, decrypt(master, `key:${id}`, wrapped)),
  };
}

function dataKey(id: string, bytes: Uint8Array): DataKey {
  // Two uses, two keys (NIST SP 800-108): the cipher's key never serves as the MAC's.
  const cipherKey = Buffer.from(hkdfSync('sha256', bytes, '', 'guichet:cipher', 32));
  const macKey = Buffer.from(hkdfSync('sha256', bytes, '', 'guichet:mac', 32));
  const seal = (context: string, plain: Uint8Array): Buffer => encrypt(cipherKey, context, plain);
  const open = (context: string, sealed: Uint8Array): Buffer => decrypt(cipherKey, context, sealed);
  return {
    id,
    seal,
    open,
    sealJson: (context, value) => seal(context, Buffer.from(JSON.stringify(value))),
    openJson: (context, sealed) => JSON.parse(open(context, sealed).toString('utf8')),
    mac: (text) => createHmac('sha256', macKey).update(text).digest(),
  };
}
