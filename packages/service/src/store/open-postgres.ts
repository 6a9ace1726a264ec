import pg from 'pg';
import { ServiceError } from '../errors.js';
import { reasonOf } from '../reason-of.js';
import type { Queryable, SqlPort } from './sql-port.js';

const int8 = 20;

/** PostgreSQL 15 or later at `url`. Throws `database-unreachable`. */
export async function openPostgres(url: string): Promise<SqlPort> {
  const types = { getTypeParser: typeParser } as pg.CustomTypesConfig;
  const pool = new pg.Pool({ connectionString: url, max: 10, types });
  // A pool without a listener ends the process when an idle connection is cut.
  pool.on('error', () => undefined);
  await pool.query('select 1').catch(async (error: unknown) => {
    await pool.end();
    throw new ServiceError('database-unreachable', { reason: reasonOf(error) });
  });
  return {
    ...queryable(pool),
    async exec(sql) {
      await pool.query(sql);
    },
    transaction: (run) => inTransaction(pool, run),
    close: () => pool.end(),
  };
}

function typeParser(id: number, format?: 'text' | 'binary'): unknown {
  return id === int8 ? Number : pg.types.getTypeParser(id, format as 'text');
}

function queryable(from: pg.Pool | pg.PoolClient): Queryable {
  return {
    async query<Row>(sql: string, params: readonly unknown[] = []) {
      return (await from.query(sql, [...params])).rows as Row[];
    },
  };
}

async function inTransaction<Result>(
  pool: pg.Pool,
  run: (tx: Queryable) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('begin');
    const result = await run(queryable(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
