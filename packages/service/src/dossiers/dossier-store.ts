import { randomBytes, timingSafeEqual } from 'node:crypto';
import { chainHash, commitmentOf } from '@guichet/attestation';
import type { DossierEvent, PlanRef, SealedAttestation, Version } from '@guichet/engine';
import { canonicalJson } from '@guichet/procedure';
import { sha256 } from '../secrets/cipher.js';
import type { DataKey, Vault } from '../secrets/vault.js';
import type { Queryable } from '../store/sql-port.js';
import { WireProblem } from '../wire-problem.js';

/** A dossier whose bearer was let in; `seq`, `version` and `chain` are those of its last event. */
export interface OpenDossier {
  readonly id: string;
  readonly reference: string;
  readonly draft: string;
  readonly profile: 'administration' | 'third-party';
  readonly procedure: PlanRef;
  readonly key: DataKey;
  readonly seq: number;
  readonly version: number;
  /** Hex; empty before the first event. */
  readonly chain: string;
}

interface DossierRow {
  readonly id: string;
  readonly reference: string;
  readonly draft_id: string;
  readonly capability: Uint8Array;
  readonly key_id: string;
  readonly wrapped: Uint8Array;
  readonly profile: 'administration' | 'third-party';
  readonly procedure_id: string;
  readonly procedure_version: string;
  readonly plan_hash: string;
  readonly seq: number;
  readonly version: number;
  readonly chain: Uint8Array;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const nobody = Buffer.alloc(32);

/**
 * Opens a dossier for its bearer, or for the desk when `asOfficer`; `lock` holds its row until the
 * transaction ends. Unknown and forbidden are the same `not-found`.
 */
export async function openDossier(
  tx: Queryable,
  vault: Vault,
  id: string,
  access: { readonly bearer: string; readonly asOfficer: boolean } | 'service',
  lock = false,
): Promise<OpenDossier> {
  const [row] = await tx.query<DossierRow>(
    `select d.*, k.wrapped from dossiers d join data_keys k on k.id = d.key_id where d.id = $1 ${lock ? 'for update of d' : ''}`,
    [id],
  );
  const isLetIn =
    access === 'service' ||
    timingSafeEqual(sha256(access.bearer), row?.capability ?? nobody) ||
    access.asOfficer;
  if (!row || !isLetIn) throw new WireProblem('not-found');
  return {
    id: row.id,
    reference: row.reference,
    draft: row.draft_id,
    profile: row.profile,
    procedure: { id: row.procedure_id, version: row.procedure_version, planHash: row.plan_hash },
    key: vault.unwrap(row.key_id, row.wrapped),
    seq: row.seq,
    version: row.version,
    chain: hex(row.chain),
  };
}

const eventContext = (dossier: string, seq: number): string => `dossier:${dossier}:event:${seq}`;
const versionContext = (dossier: string, n: number): string => `dossier:${dossier}:version:${n}`;
const attestationContext = (dossier: string, id: string): string =>
  `dossier:${dossier}:attestation:${id}`;

interface Salted<Value> {
  readonly salt: string;
  readonly value: Value;
}

/** A value with the salt of its commitment: destroying the key destroys both, and the chain stays whole. */
async function salted<Value>(
  value: Value,
): Promise<{ readonly commitment: string; readonly body: Salted<Value> }> {
  const salt = randomBytes(32);
  return {
    commitment: await commitmentOf(salt, canonicalJson(value)),
    body: { salt: salt.toString('base64url'), value },
  };
}

/** The log after `from`, in order. */
export async function readEvents(
  tx: Queryable,
  dossier: OpenDossier,
  from = 0,
): Promise<readonly DossierEvent[]> {
  const rows = await tx.query<{ seq: number; body: Uint8Array }>(
    'select seq, body from events where dossier_id = $1 and seq > $2 order by seq',
    [dossier.id, from],
  );
  return rows.map(
    (row) =>
      (dossier.key.openJson(eventContext(dossier.id, row.seq), row.body) as Salted<DossierEvent>)
        .value,
  );
}

/**
 * Appends events to a locked dossier. `unique(dossier, seq)` is lock and order at once; each link of the
 * chain covers a salted commitment of its event. Answers the dossier as it now is.
 */
export async function appendEvents(
  tx: Queryable,
  dossier: OpenDossier,
  events: readonly DossierEvent[],
  after: { readonly journey: string; readonly version: number },
): Promise<OpenDossier> {
  let { chain, seq } = dossier;
  for (const event of events) {
    const { commitment, body } = await salted(event);
    chain = await chainHash(chain, commitment);
    seq = event.seq;
    const isExpiry = event.type === 'CLOCK_ENDED';
    await tx.query(
      `insert into events (dossier_id, seq, type, occurred_at, recorded_at, clock, clock_n, body, commitment, chain)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        dossier.id,
        event.seq,
        event.type,
        event.occurredAt,
        event.recordedAt,
        isExpiry ? (event.body.clock ?? null) : null,
        isExpiry ? (event.body.n ?? null) : null,
        dossier.key.sealJson(eventContext(dossier.id, event.seq), body),
        Buffer.from(commitment, 'hex'),
        Buffer.from(chain, 'hex'),
      ],
    );
  }
  await tx.query(
    'update dossiers set seq = $2, version = $3, chain = $4, journey = $5 where id = $1',
    [dossier.id, seq, after.version, Buffer.from(chain, 'hex'), after.journey],
  );
  return { ...dossier, seq, chain, version: after.version };
}

/** Keeps a version sealed; answers its commitment (hex). */
export async function insertVersion(
  tx: Queryable,
  dossier: OpenDossier,
  n: number,
  version: Version,
  at: string,
): Promise<string> {
  const { commitment, body } = await salted(version);
  await tx.query(
    'insert into versions (dossier_id, n, made_at, commitment, body) values ($1, $2, $3, $4, $5)',
    [
      dossier.id,
      n,
      at,
      Buffer.from(commitment, 'hex'),
      dossier.key.sealJson(versionContext(dossier.id, n), body),
    ],
  );
  return commitment;
}

/** A version as it was filed, with its commitment (hex). Throws `not-found`. */
export async function readVersion(
  tx: Queryable,
  dossier: OpenDossier,
  n: number,
): Promise<{ readonly version: Version; readonly commitment: string }> {
  const [row] = await tx.query<{ body: Uint8Array; commitment: Uint8Array }>(
    'select body, commitment from versions where dossier_id = $1 and n = $2',
    [dossier.id, n],
  );
  if (!row) throw new WireProblem('not-found');
  const { value } = dossier.key.openJson(
    versionContext(dossier.id, n),
    row.body,
  ) as Salted<Version>;
  return { version: value, commitment: hex(row.commitment) };
}

/** Keeps a signed attestation, sealed: its document names the person. */
export async function insertAttestation(
  tx: Queryable,
  dossier: OpenDossier,
  attestation: SealedAttestation,
  about: { readonly version: number; readonly at: string },
): Promise<void> {
  await tx.query(
    'insert into attestations (id, dossier_id, kind, version, issued_at, body) values ($1, $2, $3, $4, $5, $6)',
    [
      attestation.id,
      dossier.id,
      attestation.kind,
      about.version,
      about.at,
      dossier.key.sealJson(attestationContext(dossier.id, attestation.id), attestation),
    ],
  );
}

/** Throws `not-found`. */
export async function readAttestation(
  tx: Queryable,
  dossier: OpenDossier,
  id: string,
): Promise<SealedAttestation> {
  const [row] = await tx.query<{ body: Uint8Array }>(
    'select body from attestations where dossier_id = $1 and id = $2',
    [dossier.id, id],
  );
  if (!row) throw new WireProblem('not-found');
  return dossier.key.openJson(attestationContext(dossier.id, id), row.body) as SealedAttestation;
}
