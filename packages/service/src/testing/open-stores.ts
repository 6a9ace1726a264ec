import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { migrate } from '../store/migrate.js';
import { openPglite } from '../store/open-pglite.js';
import { openPostgres } from '../store/open-postgres.js';
import type { SqlPort } from '../store/sql-port.js';

const run = promisify(execFile);

/** A store that tests may fill and empty. */
export interface TestStore {
  readonly name: 'pglite' | 'postgresql';
  readonly db: SqlPort;
  /** Back to freshly migrated tables: 50 ms, where a new database costs seconds. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** PGlite in memory, one instance for a test file, from a template made once on this machine. */
export async function openTestPglite(): Promise<TestStore> {
  const loadDataDir = new Blob([new Uint8Array(await readFile(await templateFile()))]);
  return testStore('pglite', await openPglite({ loadDataDir }), async () => undefined);
}

/** Creating a database takes seconds, loading its dump a third of one. */
async function templateFile(): Promise<string> {
  const { version } = JSON.parse(
    await readFile(new URL('../package.json', import.meta.resolve('@electric-sql/pglite')), 'utf8'),
  ) as {
    version: string;
  };
  const file = path.join(tmpdir(), `guichet-pglite-${version}.tar`);
  if (existsSync(file)) return file;
  const { PGlite } = await import('@electric-sql/pglite');
  const db = await PGlite.create();
  const dump = await db.dumpDataDir('none');
  await db.close();
  // Written whole, then named: a test file that starts meanwhile reads all of it or makes its own.
  const own = `${file}.${process.pid}`;
  await writeFile(own, new Uint8Array(await dump.arrayBuffer()));
  await rename(own, file);
  return file;
}

/**
 * PostgreSQL: the one of DATABASE_URL_TEST, else one started for this file from the machine's own binaries.
 * Answers why there is none, so that the skip says it.
 */
export async function openTestPostgres(): Promise<TestStore | { readonly skip: string }> {
  const given = process.env['DATABASE_URL_TEST'];
  if (given) return testStore('postgresql', await openPostgres(given), async () => undefined);
  const bin = binaries();
  if (bin === undefined) return { skip: 'no DATABASE_URL_TEST, and no PostgreSQL is installed' };
  const cluster = await startCluster(bin);
  if ('skip' in cluster) return cluster;
  return testStore('postgresql', await openPostgres(cluster.url), cluster.stop);
}

async function testStore(
  name: TestStore['name'],
  db: SqlPort,
  stop: () => Promise<void>,
): Promise<TestStore> {
  const empty = async (): Promise<void> => {
    await db.exec('drop schema public cascade');
    await db.exec('create schema public');
    await migrate(db);
  };
  await empty();
  return {
    name,
    db,
    empty,
    async close() {
      await db.close();
      await stop();
    },
  };
}

function binaries(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions
    .map((version) => path.join(root, version, 'bin'))
    .find((bin) => existsSync(path.join(bin, 'initdb')));
}

interface Cluster {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** PostgreSQL refuses to run as root: the cluster belongs to `postgres` there, to this user elsewhere. */
async function startCluster(bin: string): Promise<Cluster | { readonly skip: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'guichet-pg-'));
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const asRoot = process.getuid?.() === 0;
  const call = async (file: string, ...args: string[]): Promise<void> => {
    const own = path.join(bin, file);
    await (asRoot ? run('runuser', ['-u', 'postgres', '--', own, ...args]) : run(own, args));
  };
  const data = path.join(folder, 'data');
  try {
    if (asRoot) await run('chown', ['postgres', folder]);
    await chmod(folder, 0o700);
    await call('initdb', '-D', data, '-U', 'guichet', '-A', 'trust', '--no-sync');
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`;
    await call('pg_ctl', '-D', data, '-w', '-l', path.join(folder, 'log'), '-o', options, 'start');
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    return {
      skip: `PostgreSQL could not be started here: ${error instanceof Error ? error.message.split('\n')[0] : ''}`,
    };
  }
  return {
    url: `postgresql://guichet@127.0.0.1:${port}/postgres`,
    async stop() {
      await call('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
