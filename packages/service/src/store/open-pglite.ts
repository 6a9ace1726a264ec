import type { PGliteOptions } from '@electric-sql/pglite';
import type { SqlPort } from './sql-port.js';

/** PostgreSQL in this process, in a folder or (without one) in memory. The caller holds the lock of the folder. */
export async function openPglite(
  options: Pick<PGliteOptions, 'dataDir' | 'loadDataDir'>,
): Promise<SqlPort> {
  // Imported only here: nothing of PGlite may look at the folder before the lock is held (decision: storage).
  const { PGlite } = await import('@electric-sql/pglite');
  const db = await PGlite.create(options);
  return {
    async query<Row>(sql: string, params: readonly unknown[] = []) {
      return (await db.query<Row>(sql, [...params])).rows;
    },
    async exec(sql) {
      await db.exec(sql);
    },
    transaction: (run) =>
      db.transaction((tx) =>
        run({
          async query<Row>(sql: string, params: readonly unknown[] = []) {
            return (await tx.query<Row>(sql, [...params])).rows;
          },
        }),
      ),
    close: () => db.close(),
  };
}
