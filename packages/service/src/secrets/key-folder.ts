import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ServiceError } from '../errors.js';
import { reasonOf } from '../reason-of.js';

export interface KeyFolder {
  /** 32 bytes that wrap every data key. */
  readonly master: Buffer;
  /** The signing key as JSON text, made by `makeSigningKey` at first start. */
  readonly signingKey: string;
  /** Bearer token of the officers' desk. */
  readonly officerToken: string;
}

/** Opens the keys folder, making each file (0600) that is not there yet. Throws `keys-folder-unwritable`, `key-unreadable`. */
export async function openKeyFolder(
  folder: string,
  makeSigningKey: () => Promise<string>,
): Promise<KeyFolder> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    const master = await readOrMake(path.join(folder, 'master.key'), () =>
      randomBytes(32).toString('base64url'),
    );
    const signingKey = await readOrMake(path.join(folder, 'signing.jwk.json'), makeSigningKey);
    const officerToken = await readOrMake(path.join(folder, 'officer.token'), () =>
      randomBytes(32).toString('base64url'),
    );
    return { master: readMaster(folder, master), signingKey, officerToken };
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    throw new ServiceError('keys-folder-unwritable', { folder, reason: reasonOf(error) });
  }
}

async function readOrMake(file: string, make: () => string | Promise<string>): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (reasonOf(error) !== 'ENOENT') throw error;
  }
  // `wx`: of two processes that start together one makes the file, the other reads it.
  try {
    await writeFile(file, `${await make()}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (reasonOf(error) !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}

function readMaster(folder: string, text: string): Buffer {
  const master = Buffer.from(text, 'base64url');
  if (master.length !== 32)
    throw new ServiceError('key-unreadable', { file: path.join(folder, 'master.key') });
  return master;
}
