import type { Operator } from '@guichet/procedure';
import type { EventBus } from './dossiers/event-bus.js';
import type { Library } from './library/published-library.js';
import type { Log } from './log.js';
import type { Sealer } from './filing/sealer.js';
import type { Vault } from './secrets/vault.js';
import type { SqlPort } from './store/sql-port.js';

/** What every part of the service is given; nothing in it is global. */
export interface Context {
  readonly db: SqlPort;
  readonly vault: Vault;
  readonly library: Library;
  readonly operator: Operator;
  readonly sealer: Sealer;
  readonly bus: EventBus;
  readonly log: Log;
  /** Address of the page that verifies attestations, said on each; nothing while no address is known. */
  verifier(): string | undefined;
  /** SHA-256 of the officers' token. */
  readonly officerToken: Uint8Array;
  /** The service's time: it decides, the client's is a claim (design: law is data, dated). */
  now(): Date;
}
