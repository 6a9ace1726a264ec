import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ServiceError } from '../errors.js';
import { reasonOf } from '../reason-of.js';

export interface ProcessLock {
  release(): Promise<void>;
}

interface Owner {
  readonly pid: number;
  readonly bootId: string;
  readonly startedAt: string;
  readonly token: string;
}

/**
 * Exclusive lock on a data folder, kept in `<folder>.lock` beside it.
 *
 * PGlite lets two processes lose each other's writes in silence, so this is taken before the folder is
 * looked at. It is taken over only from a process that is dead, never by age: a busy holder is a holder.
 * Throws `data-folder-locked`, `data-folder-unwritable`.
 */
export async function lockFolder(folder: string): Promise<ProcessLock> {
  const file = `${path.resolve(folder)}.lock`;
  const mine: Owner = { pid: process.pid, ...(await identityOf(process.pid)), token: randomUUID() };
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await take(file, mine, folder);
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    throw new ServiceError('data-folder-unwritable', { folder, reason: reasonOf(error) });
  }
  return { release: () => release(file, mine) };
}

async function take(file: string, mine: Owner, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (await place(file, mine)) return;
    const holder = await readOwner(file);
    if (holder && (await isAlive(holder))) {
      throw new ServiceError('data-folder-locked', { folder, pid: holder.pid });
    }
    await removeDead(file, holder);
  }
  throw new ServiceError('data-folder-unwritable', { folder, reason: 'ELOCK' });
}

/** Written whole under another name, then linked: nobody ever reads half a lock, and `link` refuses an existing name. */
async function place(file: string, mine: Owner): Promise<boolean> {
  const draft = `${file}.${mine.token}`;
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (reasonOf(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    await unlink(draft);
  }
}

/** Two that find the same dead holder must not remove each other's new lock: only who makes the tombstone may. */
async function removeDead(file: string, holder: Owner | undefined): Promise<void> {
  const tombstone = `${file}.dead-${holder?.token ?? 'unreadable'}`;
  try {
    await writeFile(tombstone, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (reasonOf(error) !== 'EEXIST') throw error;
    const maker = Number(await readFile(tombstone, 'utf8').catch(() => '0'));
    if (maker > 0 && !exists(maker)) await rm(tombstone, { force: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
    return;
  }
  const now = await readOwner(file);
  if (now?.token === holder?.token) await rm(file, { force: true });
  await rm(tombstone, { force: true });
}

async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    const found = JSON.parse(await readFile(file, 'utf8')) as Partial<Owner>;
    return typeof found.pid === 'number' && typeof found.token === 'string'
      ? (found as Owner)
      : undefined;
  } catch {
    return undefined;
  }
}

async function isAlive(owner: Owner): Promise<boolean> {
  if (!exists(owner.pid)) return false;
  const now = await identityOf(owner.pid);
  return now.bootId === owner.bootId && now.startedAt === owner.startedAt;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return reasonOf(error) !== 'ESRCH';
  }
}

/** Boot id and start time tell a process from a later one with the same number. Empty where the system does not say. */
async function identityOf(pid: number): Promise<Pick<Owner, 'bootId' | 'startedAt'>> {
  const [boot, stat] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
  ]);
  // Field 22, counted after the name, which may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie has a number but runs nothing: it holds no lock.
  const isDead = fields[0] === 'Z' || fields[0] === 'X';
  return { bootId: boot.trim(), startedAt: isDead ? 'dead' : (fields[19] ?? '') };
}

async function release(file: string, mine: Owner): Promise<void> {
  if ((await readOwner(file))?.token === mine.token) await rm(file, { force: true });
}
