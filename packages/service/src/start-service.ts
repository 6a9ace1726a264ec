import path from 'node:path';
import type { Operator } from '@guichet/procedure';
import type { FastifyInstance } from 'fastify';
import type { Context } from './context.js';
import { openEventBus } from './dossiers/event-bus.js';
import { newSigningKeyFile, openSealer } from './filing/sealer.js';
import { buildApi } from './http/build-api.js';
import { buildServer } from './http/build-server.js';
import { listen, namesOf, urlOf } from './http/listen.js';
import { pagePolicy } from './http/security-headers.js';
import { addStatics, type StaticFolder } from './http/statics.js';
import { loadLibrary, type Library } from './library/published-library.js';
import { logTo, type Log } from './log.js';
import { loadOperator } from './operator/load-operator.js';
import { startQueue } from './queue/run-queue.js';
import { sha256 } from './secrets/cipher.js';
import { openKeyFolder } from './secrets/key-folder.js';
import { openVault } from './secrets/vault.js';
import { prepareStore, type PreparedStore } from './store/prepare-store.js';
import { checkKeys } from './store/check-keys.js';

export interface ServiceOptions {
  /** Folder of the embedded store; its lock lies beside it. */
  readonly dataDir: string;
  /** Folder of master key, signing key and officers' token, made (0600) at first start. */
  readonly keysDir: string;
  /** Path of operator.json, or the operator itself, checked by the caller. */
  readonly operator: string | Operator;
  /** Folder that holds `<procedure>/published/<version>.json`, or the versions themselves. */
  readonly schemasDir: string | Library;
  /** Loopback by default. */
  readonly host?: string;
  /** The first serves everything, the others pages only: other origins. 0 takes a free port. */
  readonly ports: readonly number[];
  /** Where people reach the first of them, `https://guichet.example/`: printed on attestations. Its own address by default. */
  readonly publicUrl?: string;
  readonly statics?: readonly StaticFolder[];
  /** PostgreSQL in place of the embedded store. */
  readonly databaseUrl?: string;
  /** A store opened earlier by `prepareStore`, while something else was being built. */
  readonly store?: PreparedStore | Promise<PreparedStore>;
  readonly log?: Log;
  readonly now?: () => Date;
  /** Marks the signing key as one for trying out: every attestation then says so. */
  readonly testKey?: boolean;
  /** Milliseconds between two looks at what is due. */
  readonly queueMs?: number;
}

export interface RunningService {
  /** One a port, in order. */
  readonly urls: readonly string[];
  /** Does now all that is due: filings kept for today, clocks that end. */
  runQueue(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the service; what it cannot do is thrown as a `ServiceError` with one clear sentence, and nothing stays open. */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const store = await (options.store ?? prepareStore(options.dataDir, options.databaseUrl));
  const open: Closing[] = [() => store.close()];
  try {
    const address = addressOf(options);
    const context = await openContext(options, store, () => verifierAt(address.known));
    const queue = startQueue(context, options.queueMs ?? 5000);
    open.unshift(() => queue.stop());
    const urls = await openServers(options, context, (app) => open.unshift(() => app.close()));
    address.known ??= urls[0];
    return { urls, runQueue: () => queue.run(), close: () => closeAll(open) };
  } catch (error) {
    await closeAll(open);
    throw error;
  }
}

type Closing = () => Promise<unknown>;

/** In order, each once, the store last: an answer on its way still finds it. */
async function closeAll(open: Closing[]): Promise<void> {
  for (let close = open.shift(); close; close = open.shift()) await close();
}

/** The address to print, known before the first filing unless the port is one that is free. */
function addressOf({ publicUrl, host = '127.0.0.1', ports }: ServiceOptions): {
  known: string | undefined;
} {
  const [port = 0] = ports;
  return { known: publicUrl ?? (port === 0 ? undefined : urlOf(host, port)) };
}

/** Absolute and ASCII, as codes need it; below whatever path the public address has. */
function verifierAt(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  return new URL('verifier/', address.endsWith('/') ? address : `${address}/`).href;
}

async function openContext(
  options: ServiceOptions,
  store: PreparedStore,
  verifier: Context['verifier'],
): Promise<Context> {
  const now = options.now ?? (() => new Date());
  const keys = await openKeyFolder(options.keysDir, () => newSigningKeyFile(now()));
  await checkKeys(store.db, keys.master, options.keysDir);
  const { operator: given, schemasDir } = options;
  const operator = typeof given === 'string' ? await loadOperator(given) : given;
  return {
    db: store.db,
    vault: openVault(keys.master),
    library: typeof schemasDir === 'string' ? await loadLibrary(schemasDir) : schemasDir,
    operator,
    sealer: openSealer(
      keys.signingKey,
      path.join(options.keysDir, 'signing.jwk.json'),
      operator,
      options.testKey ?? false,
    ),
    verifier,
    bus: openEventBus(),
    log: options.log ?? logTo((line) => process.stdout.write(`${line}\n`)),
    officerToken: sha256(keys.officerToken),
    now,
  };
}

async function openServers(
  options: ServiceOptions,
  context: Context,
  opened: (app: FastifyInstance) => void,
): Promise<readonly string[]> {
  const host = options.host ?? '127.0.0.1';
  const origins = new Set(context.operator.origins);
  const api: string[] = [];
  const urls: string[] = [];
  for (const [index, port] of options.ports.entries()) {
    const app =
      index === 0
        ? await buildApi(context, origins)
        : await buildServer({ log: context.log, now: () => context.now(), origins });
    opened(app);
    const folders = (options.statics ?? []).filter(
      ({ on }) => on === undefined || on === (index === 0 ? 'first' : 'others'),
    );
    await addStatics(app, folders, () => pagePolicy(index === 0 ? [] : api));
    const url = await listen(app, host, port);
    for (const name of namesOf(url)) origins.add(name);
    if (index === 0) api.push(...namesOf(url));
    urls.push(url);
  }
  return urls;
}
