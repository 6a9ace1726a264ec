import {
  applyChanges,
  type ChangeSet,
  type DossierEvent,
  type DossierView,
  type Judgement,
  type Version,
} from '@guichet/engine';
import {
  handleCommand,
  readCommand,
  type Command,
  type CommandContext,
  type DossierState,
  type Handled,
} from '@guichet/engine/dossier';
import { dayIn } from '@guichet/procedure';
import type { PostCommand } from '@guichet/gateway/wire';
import type { Context } from '../context.js';
import {
  openDossier,
  readEvents,
  readVersion,
  type OpenDossier,
} from '../dossiers/dossier-store.js';
import { heldOf, loadState, viewOf } from '../dossiers/load-dossier.js';
import { draftOf, findDraft } from '../drafts/draft-access.js';
import { listPieces } from '../pieces/piece-store.js';
import type { Queryable } from '../store/sql-port.js';
import { readText } from '../wire/shapes.js';
import { WireProblem } from '../wire-problem.js';
import { eventToAttest } from './attested-as.js';
import { judgeVersion } from './judge-version.js';
import { orRefuse } from './or-refuse.js';
import { attest, record, type Desk } from './record.js';

export interface Commanding {
  readonly bearer: string;
  readonly asOfficer: boolean;
  readonly post: PostCommand;
}

/** These need what another address carries: the answers themselves. */
const elsewhere: readonly Command['do'][] = [
  'file',
  'prepare',
  'amend',
  'supply-pieces',
  'issue-attestation',
];

/**
 * Carries out a command of the holder or of an officer: lock, clocks due, fold, policy, append (rules.md B2).
 * Problems: `not-found`, and the engine's refusals under their own codes.
 */
export async function runCommand(
  context: Context,
  id: string,
  asked: Commanding,
): Promise<DossierView> {
  const command = orRefuse(readCommand(asked.post.command, asked.post.body));
  if (elsewhere.includes(command.do)) throw new WireProblem('command-unknown');
  const view = await context.db.transaction(async (tx) => {
    const dossier = await openDossier(tx, context.vault, id, asked, true);
    const desk = { dossier, state: await loadState(context, tx, dossier) };
    const by = authorOf(context, asked);
    const { handled, judgement } = await decide(context, tx, desk, command, by);
    const versions = await versionsOf(tx, dossier, desk.state, handled);
    const after = await repin(context, tx, await record(context, tx, desk, handled, versions));
    const attested = await attestIfOwed(context, tx, after, handled.events, judgement);
    return viewOf(context, attested.dossier, attested.state);
  });
  context.bus.wake(id);
  return view;
}

async function decide(
  context: Context,
  tx: Queryable,
  { dossier, state }: Desk,
  command: Command,
  by: CommandContext['by'],
): Promise<{ readonly handled: Handled; readonly judgement: Judgement }> {
  const held = heldOf(context, dossier);
  const { operator } = context;
  const draft = await findDraft(tx, dossier.draft);
  const base = {
    now: context.now(),
    zone: operator.timeZone,
    profile: operator.profile,
    by,
    ...(draft && { begunAt: new Date(draft.started_at).toISOString() }),
  };
  const { version } = await readVersion(tx, dossier, dossier.version);
  const newer = context.library.latest(dossier.procedure.id);
  const toNewer = newer && { newer: { plan: newer.published.plan, version } };
  const when = judgedAt(context, state, command);
  const { judgement } = judgeVersion(context, held, version, when);
  return {
    handled: orRefuse(
      handleCommand(held.published.plan, state, command, { ...base, judgement, ...toNewer }),
    ),
    judgement,
  };
}

/** A transmission is judged on the day it took effect; an incident makes *in time* unknown from the day it began. */
function judgedAt(context: Context, state: DossierState, command: Command) {
  const zone = context.operator.timeZone;
  const filing = state.filedAt === undefined ? {} : { filing: dayIn(state.filedAt, zone) };
  if (command.do === 'transmit') return { at: instantOr(command.effectiveAt, context.now()) };
  if (command.do === 'report-incident') {
    const incidentSince = dayIn(instantOr(command.effectiveAt, context.now()), zone);
    return { at: context.now(), ...filing, incidentSince };
  }
  return { at: context.now(), ...filing };
}

function instantOr(text: string | undefined, otherwise: Date): Date {
  const at = new Date(text ?? '');
  return Number.isNaN(at.getTime()) ? otherwise : at;
}

/** Who works for a third party is no officer: somebody who helps. An officer signs with a name, a quality and a service (CRPA L. 212-2); the desk's token says only that it is the desk. */
function authorOf(context: Context, { asOfficer, post }: Commanding): CommandContext['by'] {
  if (!asOfficer) return { as: 'holder' };
  const by = (post.body?.['by'] ?? {}) as Readonly<Record<string, unknown>>;
  const text = (name: string) =>
    by[name] === undefined ? {} : { [name]: readText(by[name], 200) };
  return {
    as: context.operator.profile === 'third-party' ? 'helper' : 'officer',
    service: context.operator.service,
    ...text('name'),
    ...text('quality'),
    ...text('service'),
  };
}

/**
 * Accepting a proposal makes a version of it, and so does a migration that moves answers: the difference that the
 * event was made with, applied to the version of now.
 */
async function versionsOf(
  tx: Queryable,
  dossier: OpenDossier,
  before: DossierState,
  handled: Handled,
): Promise<ReadonlyMap<number, Version>> {
  const making = handled.events.filter(
    ({ type, body }) =>
      (type === 'PROPOSAL_ANSWERED' || type === 'MIGRATED') && body.version !== undefined,
  );
  const versions = new Map<number, Version>();
  if (making.length === 0) return versions;
  const log = await readEvents(tx, dossier);
  let current = (await readVersion(tx, dossier, before.version)).version;
  for (const { body } of making) {
    const difference = body.patch ?? proposalOf(log, body.proposal);
    if (difference && body.version !== undefined) {
      current = applyChanges(current, difference);
      versions.set(body.version, current);
    }
  }
  return versions;
}

/** A migrated dossier belongs to another published version from then on (rules.md B10). */
async function repin(context: Context, tx: Queryable, desk: Desk): Promise<Desk> {
  const { dossier, state } = desk;
  if (state.under === dossier.procedure.version) return desk;
  const held = context.library.find(dossier.procedure.id, state.under);
  if (!held) throw new WireProblem('unknown-procedure');
  const { id, version, planHash } = held.published;
  await tx.query('update dossiers set procedure_version = $2, plan_hash = $3 where id = $1', [
    dossier.id,
    version,
    planHash,
  ]);
  return { dossier: { ...dossier, procedure: { id, version, planHash } }, state };
}

function proposalOf(log: readonly DossierEvent[], n: number | undefined): ChangeSet | undefined {
  return log.find(({ type, body }) => type === 'AMENDMENT_PROPOSED' && body.proposal === n)?.body
    .difference;
}

async function attestIfOwed(
  context: Context,
  tx: Queryable,
  desk: Desk,
  events: readonly DossierEvent[],
  judgement: Judgement,
): Promise<Desk> {
  const event = eventToAttest(heldOf(context, desk.dossier).published.plan, events);
  if (!event) return desk;
  const { version } = await readVersion(tx, desk.dossier, desk.dossier.version);
  const draft = await findDraft(tx, desk.dossier.draft);
  const pieces = draft ? await listPieces(tx, draftOf(draft, context.vault)) : [];
  await attest(context, tx, desk, {
    event,
    version,
    pieces,
    lang: await langOf(tx, desk.dossier),
    judgement,
  });
  const dossier = await openDossier(tx, context.vault, desk.dossier.id, 'service');
  return { dossier, state: await loadState(context, tx, dossier) };
}

/** The language the person last filed or amended in. */
async function langOf(tx: Queryable, dossier: OpenDossier): Promise<string> {
  const log = await readEvents(tx, dossier);
  return log.findLast(({ body }) => body.lang !== undefined)?.body.lang ?? 'fr';
}
