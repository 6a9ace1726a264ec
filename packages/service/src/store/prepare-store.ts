import { access, constants, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ServiceError } from '../errors.js';
import { reasonOf } from '../reason-of.js';
import { migrate } from './migrate.js';
import { openPglite } from './open-pglite.js';
import { openPostgres } from './open-postgres.js';
import { lockFolder } from './process-lock.js';
import type { SqlPort } from './sql-port.js';

export interface PreparedStore {
  readonly db: SqlPort;
  /** Closes the database, then gives the lock back. */
  close(): Promise<void>;
}

/**
 * Opens the store, creating it when needed; may run while something else is being built.
 *
 * `databaseUrl` names a PostgreSQL; without it the store is PGlite in `<dataDir>/pglite`, under an exclusive
 * lock. Throws `data-folder-locked`, `data-folder-unwritable`, `database-unreachable`, `store-too-new`.
 */
export async function prepareStore(dataDir: string, databaseUrl?: string): Promise<PreparedStore> {
  if (databaseUrl) return ready(await openPostgres(databaseUrl), async () => undefined);
  const lock = await lockFolder(dataDir);
  try {
    const folder = path.join(path.resolve(dataDir), 'pglite');
    await makeWritable(dataDir, folder);
    return await ready(await openPglite({ dataDir: folder }), () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function ready(db: SqlPort, after: () => Promise<void>): Promise<PreparedStore> {
  await migrate(db).catch(async (error: unknown) => {
    await db.close();
    throw error;
  });
  return {
    db,
    async close() {
      await db.close();
      await after();
    },
  };
}

async function makeWritable(dataDir: string, folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ServiceError('data-folder-unwritable', { folder: dataDir, reason: reasonOf(error) });
  }
}
