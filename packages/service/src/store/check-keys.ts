import { ServiceError } from '../errors.js';
import { decrypt, encrypt } from '../secrets/cipher.js';
import type { SqlPort } from './sql-port.js';

const context = 'setting:key-check';

/** Makes sure that the master key is the one this store was sealed with, before anything is written with another. Throws `keys-do-not-fit`. */
export async function checkKeys(db: SqlPort, master: Uint8Array, folder: string): Promise<void> {
  await db.query(
    `insert into settings (name, value) values ('key-check', $1) on conflict do nothing`,
    [encrypt(master, context, Buffer.from('guichet'))],
  );
  const [row] = await db.query<{ value: Uint8Array }>(
    `select value from settings where name = 'key-check'`,
  );
  try {
    decrypt(master, context, row?.value ?? new Uint8Array());
  } catch {
    throw new ServiceError('keys-do-not-fit', { folder });
  }
}
