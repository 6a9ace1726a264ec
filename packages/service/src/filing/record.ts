import { checkPhrase, manifestOf } from '@guichet/attestation';
import type { DossierEvent, Judgement, Receipt, SealedAttestation, Version } from '@guichet/engine';
import {
  etagOf,
  handleCommand,
  receiptDocument,
  type DossierState,
  type Handled,
} from '@guichet/engine/dossier';
import type { Context } from '../context.js';
import {
  appendEvents,
  insertAttestation,
  insertVersion,
  readVersion,
  type OpenDossier,
} from '../dossiers/dossier-store.js';
import { heldOf, scheduleClock, viewOf } from '../dossiers/load-dossier.js';
import type { StoredPiece } from '../pieces/piece-store.js';
import { newId } from '../secrets/new-id.js';
import type { Queryable } from '../store/sql-port.js';
import { attestedAs } from './attested-as.js';
import { holderOf } from './holder-of.js';
import { orRefuse } from './or-refuse.js';

/** A dossier in mid-transaction: its row, and the fold of what is written so far. */
export interface Desk {
  readonly dossier: OpenDossier;
  readonly state: DossierState;
}

/** Appends what a command decided, keeps the versions it made, and puts the next clock in the queue. */
export async function record(
  context: Context,
  tx: Queryable,
  { dossier }: Desk,
  handled: Handled,
  versions: ReadonlyMap<number, Version> = new Map(),
): Promise<Desk> {
  const at = context.now().toISOString();
  for (const [n, version] of versions) await insertVersion(tx, dossier, n, version, at);
  const { journey, version } = handled.state;
  const now = await appendEvents(tx, dossier, handled.events, { journey, version });
  await scheduleClock(tx, now, handled.state);
  return { dossier: now, state: handled.state };
}

export interface Attested {
  /** The event attested: the last of the command that has an attestation kind. */
  readonly event: DossierEvent;
  /** The version it is about, as filed or proposed. */
  readonly version: Version;
  readonly pieces: readonly StoredPiece[];
  readonly lang: string;
  readonly judgement?: Judgement;
}

/**
 * Signs what was just recorded, keeps each attestation and its event, and answers the receipt with the first.
 * All of it in the transaction of the act: there is no filing without its proof.
 */
export async function attest(
  context: Context,
  tx: Queryable,
  desk: Desk,
  what: Attested,
): Promise<Receipt> {
  const { plan } = heldOf(context, desk.dossier).published;
  let after = desk;
  const issued: SealedAttestation[] = [];
  for (const kind of attestedAs(plan, what.event)) {
    const made = await issue(context, tx, after, what, kind);
    after = made.desk;
    issued.push(made.attestation);
  }
  const [attestation] = issued;
  if (!attestation) throw new Error('This event owes no attestation.');
  const { reference, profile } = after.dossier;
  return {
    dossier: after.dossier.id,
    reference,
    profile,
    at: what.event.recordedAt,
    version: after.state.version,
    etag: etagOf(after.state),
    attestation,
    view: viewOf(context, after.dossier, after.state),
  };
}

/** One attestation: signed, recorded as an event, written in words, kept. */
async function issue(
  context: Context,
  tx: Queryable,
  desk: Desk,
  what: Attested,
  kind: string,
): Promise<{ readonly desk: Desk; readonly attestation: SealedAttestation }> {
  const { published } = heldOf(context, desk.dossier);
  const at = what.event.recordedAt;
  const id = newId();
  const jws = await seal(context, tx, desk, what, { kind, id, at });
  const command = { do: 'issue-attestation', attestation: id, kind } as const;
  const issued = orRefuse(
    handleCommand(published.plan, desk.state, command, serviceContext(context)),
  );
  const after = await record(context, tx, desk, issued);
  const { event, version, lang, judgement } = what;
  const document = receiptDocument({
    kind,
    check: await checkPhrase(jws),
    published,
    operator: context.operator,
    view: viewOf(context, after.dossier, after.state),
    event,
    version,
    lang,
    ...(judgement ? { judgement } : {}),
  });
  const verifier = context.verifier();
  const attestation: SealedAttestation = { id, kind, jws, document, ...(verifier && { verifier }) };
  await insertAttestation(tx, after.dossier, attestation, { version: after.state.version, at });
  return { desk: after, attestation };
}

/** The service as the author of what it issues. */
export function serviceContext(context: Context) {
  const { operator } = context;
  return {
    now: context.now(),
    zone: operator.timeZone,
    profile: operator.profile,
    by: { as: 'service' },
  } as const;
}

async function seal(
  context: Context,
  tx: Queryable,
  { dossier, state }: Desk,
  { event, version, pieces }: Attested,
  { kind, id, at }: { readonly kind: string; readonly id: string; readonly at: string },
): Promise<string> {
  const files = Object.entries(version.pieces).flatMap(([piece, given]) =>
    ('files' in given ? given.files : []).map((file) => ({ piece, file: file.id })),
  );
  const manifest = await manifestOf(
    await commitmentFor(tx, dossier, event),
    files.flatMap(({ piece, file }) => {
      const found = pieces.find((one) => one.id === file);
      return found ? [{ piece, file, commitment: found.commitment, size: found.size }] : [];
    }),
  );
  return context.sealer.seal({
    kind,
    dossier: dossier.reference,
    document: id,
    state: state.journey,
    issuedAt: at,
    holder: holderOf(heldOf(context, dossier).published.plan, version),
    commitment: manifest.commitment,
  });
}

/** A version's own commitment; a proposal has made no version yet, so its event's. */
async function commitmentFor(
  tx: Queryable,
  dossier: OpenDossier,
  event: DossierEvent,
): Promise<string> {
  if (event.type !== 'AMENDMENT_PROPOSED')
    return (await readVersion(tx, dossier, dossier.version)).commitment;
  const [row] = await tx.query<{ commitment: Uint8Array }>(
    'select commitment from events where dossier_id = $1 and seq = $2',
    [dossier.id, event.seq],
  );
  return Buffer.from(row?.commitment ?? []).toString('hex');
}
