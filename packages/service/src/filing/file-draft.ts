import {
  differenceOf,
  type EventBody,
  type Filing,
  type Receipt,
  type Version,
} from '@guichet/engine';
import { emptyState, handleCommand, type Handled } from '@guichet/engine/dossier';
import { dayIn } from '@guichet/procedure';
import type { Context } from '../context.js';
import { openDossier, readVersion, type OpenDossier } from '../dossiers/dossier-store.js';
import { draftOf, findDraft, type OpenDraft } from '../drafts/draft-access.js';
import type { Held } from '../library/published-library.js';
import { knownLang } from '../library/known-lang.js';
import { listPieces, type StoredPiece } from '../pieces/piece-store.js';
import { unschedule } from '../queue/queue-store.js';
import { newId, newReference } from '../secrets/new-id.js';
import type { Queryable } from '../store/sql-port.js';
import { WireProblem } from '../wire-problem.js';
import { eventToAttest } from './attested-as.js';
import { believedIncident } from './believed-incident.js';
import { pieceIssues, withStoredFacts } from './check-pieces.js';
import { findAnswer, holdKey, keepAnswer } from './idempotency.js';
import { judgeVersion, type JudgedAt, type JudgedVersion } from './judge-version.js';
import { orRefuse } from './or-refuse.js';
import { attest, record } from './record.js';

export interface Filed {
  readonly is: 'filed' | 'same';
  readonly receipt: Receipt;
}

/**
 * Files a draft, once (design.md §3.9): validate, hold the draft's row, take the time, seal with the
 * service's key, insert everything in one transaction, commit, answer.
 *
 * Problems: `issues`, `already-filed`, `in-flight`, `unknown-procedure`, and the refusals of the engine.
 */
export async function fileDraft(
  context: Context,
  draft: OpenDraft,
  filing: Filing,
  how: 'asked' | 'scheduled' = 'asked',
): Promise<Filed> {
  const before = await answerAgain(context, context.db, draft, filing.version);
  if (before) return before;
  const held = context.library.withPlan(draft.procedure.id, filing.planHash);
  if (!held) throw new WireProblem('unknown-procedure');
  const stored = await listPieces(context.db, draft);
  const known = { ...filing, lang: knownLang(held.published, filing.lang) };
  const incidentSince = believedIncident(context, draft, filing);
  const judged = judgeOrRefuse(context, held, filing.version, stored, {
    at: context.now(),
    ...(incidentSince && { incidentSince: dayIn(incidentSince, context.operator.timeZone) }),
  });
  const filed = await context.db.transaction(async (tx) => {
    if (!(await holdKey(tx, draft.idempotencyKey))) throw new WireProblem('in-flight');
    const row = await findDraft(tx, draft.id, true);
    if (!row) throw new WireProblem('not-found');
    const again = await answerAgain(context, tx, draftOf(row, context.vault), filing.version);
    if (again) return again;
    return {
      is: 'filed' as const,
      receipt: await insertFiling(context, tx, {
        draft,
        held,
        filing: known,
        judged,
        stored,
        claims: {
          ...(incidentSince && { incidentSince }),
          ...(how === 'scheduled' && { scheduled: true }),
        },
      }),
    };
  });
  context.bus.wake(filed.receipt.dossier);
  return filed;
}

/** Judges a version with its files; stops only on what may stop a filing. Throws `issues`, `guide`. */
export function judgeOrRefuse(
  context: Context,
  held: Held,
  version: Version,
  stored: readonly StoredPiece[],
  when: JudgedAt,
): JudgedVersion {
  if (held.published.plan.guide) throw new WireProblem('guide');
  const judged = judgeVersion(context, held, version, when);
  const stopping = [
    ...pieceIssues(held.published, version, stored),
    ...judged.judgement.issues.filter((issue) => issue.stops),
  ];
  if (stopping.length > 0) {
    throw new WireProblem('issues', {
      issues: stopping.map(({ pointer, code, params }) => ({ pointer, code, params })),
    });
  }
  return judged;
}

/** The same body gives the same answer; another one, the first receipt and what differs (rules.md B11). */
async function answerAgain(
  context: Context,
  tx: Queryable,
  draft: OpenDraft,
  version: Version,
): Promise<Filed | undefined> {
  const answered = await findAnswer(tx, draft.key, draft.idempotencyKey, version);
  if (!answered) return undefined;
  const { receipt, isSame } = answered;
  if (isSame) return { is: 'same', receipt };
  const dossier = await openDossier(tx, context.vault, answered.dossier, 'service');
  const current = await readVersion(tx, dossier, dossier.version);
  const stored = await listPieces(tx, draft);
  const difference = differenceOf(
    current.version,
    withStoredFacts(version, stored),
    dossier.version,
  );
  if (difference.changes.length === 0) return { is: 'same', receipt };
  throw new WireProblem('already-filed', { receipt, difference });
}

interface ToFile {
  readonly draft: OpenDraft;
  readonly held: Held;
  readonly filing: Filing;
  readonly judged: JudgedVersion;
  readonly stored: readonly StoredPiece[];
  /** Joins the body of the event: what the device says, and that the service filed on the day asked for. */
  readonly claims: Pick<EventBody, 'incidentSince'> & { readonly scheduled?: boolean };
}

async function insertFiling(context: Context, tx: Queryable, to: ToFile): Promise<Receipt> {
  const { draft, held, filing, judged, stored } = to;
  const { plan } = held.published;
  const version = withStoredFacts(judged.version, stored);
  const handled = decideFiling(context, to);
  const dossier = await insertDossier(context, tx, draft, held);
  const versions = new Map([[handled.state.version, version]]);
  const desk = await record(context, tx, { dossier, state: emptyState(plan) }, handled, versions);
  const event = eventToAttest(plan, handled.events);
  if (!event) throw new Error('A filing gave no event to attest.');
  const receipt = await attest(context, tx, desk, {
    event,
    version,
    pieces: stored,
    lang: filing.lang,
    judgement: judged.judgement,
  });
  await keepAnswer(tx, draft.key, draft.idempotencyKey, 'filing', filing.version, receipt);
  await tx.query('update drafts set dossier_id = $2 where id = $1', [draft.id, dossier.id]);
  await tx.query('delete from schedules where draft_id = $1', [draft.id]);
  await unschedule(tx, 'file-on', draft.id);
  return receipt;
}

/** The event of the filing, with what is claimed of it. */
function decideFiling(
  { operator, now }: Context,
  { held, filing, judged, claims }: ToFile,
): Handled {
  const { plan } = held.published;
  const command = { do: operator.profile === 'administration' ? 'file' : 'prepare' } as const;
  const handled = orRefuse(
    handleCommand(plan, emptyState(plan), command, {
      now: now(),
      zone: operator.timeZone,
      profile: operator.profile,
      by: { as: 'holder' },
      judgement: judged.judgement,
      lang: filing.lang,
      textsHash: filing.textsHash,
    }),
  );
  const events = handled.events.map((event) => ({ ...event, body: { ...event.body, ...claims } }));
  return { ...handled, events };
}

async function insertDossier(
  context: Context,
  tx: Queryable,
  draft: OpenDraft,
  held: Held,
): Promise<OpenDossier> {
  const { id: procedure, version, planHash } = held.published;
  const id = newId();
  await tx.query(
    `insert into dossiers (id, reference, draft_id, capability, key_id, profile, procedure_id, procedure_version, plan_hash, journey, seq, version, chain, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', 0, 0, $10, $11)`,
    [
      id,
      newReference(),
      draft.id,
      draft.capability,
      draft.key.id,
      context.operator.profile,
      procedure,
      version,
      planHash,
      Buffer.alloc(0),
      context.now().toISOString(),
    ],
  );
  return openDossier(tx, context.vault, id, 'service');
}
