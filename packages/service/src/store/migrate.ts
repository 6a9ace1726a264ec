import { ServiceError } from '../errors.js';
import { first } from './migrations/001-first.js';
import type { SqlPort } from './sql-port.js';

/** Numbered from 1, in order, never edited once released: a change is a new one. */
const migrations: readonly string[] = [first];

/** Brings the tables to this service's version, each migration in its own transaction. Throws `store-too-new`. */
export async function migrate(db: SqlPort): Promise<void> {
  await db.exec(
    'create table if not exists migrations (n integer primary key, at timestamptz not null default now())',
  );
  const [row] = await db.query<{ n: number }>(
    'select coalesce(max(n), 0)::integer as n from migrations',
  );
  const done = row?.n ?? 0;
  if (done > migrations.length)
    throw new ServiceError('store-too-new', { found: done, known: migrations.length });
  for (const [index, sql] of migrations.entries()) {
    if (index >= done) await apply(db, index + 1, sql);
  }
}

async function apply(db: SqlPort, n: number, sql: string): Promise<void> {
  await db.transaction(async (tx) => {
    // Several instances may start at once on one PostgreSQL: the first one migrates, the others find it done.
    await tx.query('select pg_advisory_xact_lock(4841)');
    if ((await tx.query('select n from migrations where n = $1', [n])).length > 0) return;
    for (const statement of sql.split(/;\s*$/m)) {
      if (statement.trim() !== '') await tx.query(statement);
    }
    await tx.query('insert into migrations (n) values ($1)', [n]);
  });
}
