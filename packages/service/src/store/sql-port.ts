/** Anything that runs one parametrised statement (`$1`, `$2`…). */
export interface Queryable {
  query<Row = Record<string, unknown>>(
    sql: string,
    params?: readonly unknown[],
  ): Promise<readonly Row[]>;
}

/**
 * The one door to a database. The SQL is PostgreSQL 15's, the same on PGlite and on PostgreSQL.
 *
 * `bytea` comes back as `Uint8Array`, `timestamptz` as `Date`, `int8` as number.
 * Errors carry the SQLSTATE in `code`; their other fields hold parameters and are never logged.
 */
export interface SqlPort extends Queryable {
  /** Several statements without parameters: migrations. */
  exec(sql: string): Promise<void>;
  /** Commits when `run` resolves, rolls back when it throws. Inside it only `tx` may be used. */
  transaction<Result>(run: (tx: Queryable) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
