import {
  differenceOf,
  type ChangeSet,
  type Judgement,
  type Receipt,
  type Version,
} from '@guichet/engine';
import { elapse, handleCommand, type Command, type DossierState } from '@guichet/engine/dossier';
import { dayIn } from '@guichet/procedure';
import type { PostAmendment } from '@guichet/gateway/wire';
import type { Context } from '../context.js';
import { openDossier, readVersion } from '../dossiers/dossier-store.js';
import { heldOf, loadState, viewOf } from '../dossiers/load-dossier.js';
import { draftOf, findDraft } from '../drafts/draft-access.js';
import type { Held } from '../library/published-library.js';
import { listPieces, type StoredPiece } from '../pieces/piece-store.js';
import type { Queryable } from '../store/sql-port.js';
import { WireProblem } from '../wire-problem.js';
import { eventToAttest } from './attested-as.js';
import { pieceIssues, withStoredFacts } from './check-pieces.js';
import { findAnswer, holdKey, keepAnswer } from './idempotency.js';
import { judgeVersion, type JudgedVersion } from './judge-version.js';
import { orRefuse } from './or-refuse.js';
import { attest, record, type Desk } from './record.js';

export interface Amending {
  readonly bearer: string;
  readonly ifMatch: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly amendment: PostAmendment;
}

/**
 * Amends a dossier as its holder: at once before an officer takes the file, as a proposal after.
 *
 * The difference is computed here from the version filed; the sender's is a claim. Problems: `not-found`,
 * `etag-missing`, `etag-stale` with both sides, `plan-mismatch`, `issues`, and the engine's refusals.
 */
export async function amendDossier(
  context: Context,
  id: string,
  asked: Amending,
): Promise<Receipt> {
  const receipt = await context.db.transaction(async (tx) => {
    const access = { bearer: asked.bearer, asOfficer: false };
    if (
      asked.idempotencyKey !== undefined &&
      !(await holdKey(tx, `amendment:${id}:${asked.idempotencyKey}`))
    ) {
      throw new WireProblem('in-flight');
    }
    const dossier = await openDossier(tx, context.vault, id, access, true);
    const key =
      asked.idempotencyKey === undefined ? undefined : `${dossier.id}:${asked.idempotencyKey}`;
    const before =
      key === undefined
        ? undefined
        : await findAnswer(tx, dossier.key, key, asked.amendment.version);
    if (before?.isSame) return before.receipt;
    const desk = { dossier, state: await loadState(context, tx, dossier) };
    const made = await amendLocked(context, tx, desk, asked);
    if (key !== undefined)
      await keepAnswer(tx, dossier.key, key, 'amendment', asked.amendment.version, made);
    return made;
  });
  context.bus.wake(receipt.dossier);
  return receipt;
}

async function amendLocked(
  context: Context,
  tx: Queryable,
  desk: Desk,
  asked: Amending,
): Promise<Receipt> {
  const { dossier } = desk;
  const held = heldOf(context, dossier);
  const { amendment } = asked;
  if (amendment.planHash !== held.published.planHash) throw new WireProblem('plan-mismatch');
  const draft = await findDraft(tx, dossier.draft);
  const stored = draft ? await listPieces(tx, draftOf(draft, context.vault)) : [];
  const { state } = elapse(held.published.plan, desk.state, context.now());
  const current = (await readVersion(tx, dossier, state.version)).version;
  checkMatch(context, desk, asked, () =>
    differenceOf(current, withStoredFacts(amendment.version, stored), state.version),
  );
  const judged = judgeAmended(context, held, state, current, amendment.version, stored);
  const version = withStoredFacts(judged.version, stored);
  const difference = differenceOf(current, version, state.version);
  const command = commandFor(state, difference, amendment.reason);
  const handled = orRefuse(
    handleCommand(held.published.plan, desk.state, command, {
      now: context.now(),
      zone: context.operator.timeZone,
      profile: context.operator.profile,
      by: { as: 'holder' },
      judgement: judged.judgement,
      difference,
      lang: amendment.lang,
      textsHash: amendment.textsHash,
    }),
  );
  const versions =
    handled.state.version > state.version ? new Map([[handled.state.version, version]]) : new Map();
  const after = await record(context, tx, desk, handled, versions);
  const event = eventToAttest(held.published.plan, handled.events);
  if (!event) throw new Error('An amendment gave no event to attest.');
  return attest(context, tx, after, {
    event,
    version,
    pieces: stored,
    lang: amendment.lang,
    judgement: judged.judgement,
  });
}

function checkMatch(
  context: Context,
  desk: Desk,
  asked: Amending,
  difference: () => ChangeSet,
): void {
  if (asked.ifMatch === undefined) throw new WireProblem('etag-missing');
  const view = viewOf(context, desk.dossier, desk.state);
  if (bare(asked.ifMatch) === bare(view.etag)) return;
  throw new WireProblem('etag-stale', { etag: view.etag, view, difference: difference() });
}

/** Elements carry an ETag with or without its quotes. */
const bare = (etag: string): string => etag.replaceAll('"', '').trim();

/**
 * Only what the amendment brings can stop it: answers left alone keep the day of the version that brought
 * them (design.md §4.5), so an issue that the filed version has today is not the amendment's.
 */
function judgeAmended(
  context: Context,
  held: Held,
  state: DossierState,
  current: Version,
  sent: Version,
  stored: readonly StoredPiece[],
): JudgedVersion {
  const at = context.now();
  const when = {
    at,
    ...(state.filedAt === undefined
      ? {}
      : { filing: dayIn(state.filedAt, context.operator.timeZone) }),
  };
  const judged = judgeVersion(context, held, sent, when);
  const known = new Set(
    stoppingOf(judgeVersion(context, held, current, when).judgement).map(nameOf),
  );
  const fresh = stoppingOf(judged.judgement).filter((issue) => !known.has(nameOf(issue)));
  const stopping = [...pieceIssues(held.published, sent, stored), ...fresh];
  if (stopping.length > 0) {
    throw new WireProblem('issues', {
      issues: stopping.map(({ pointer, code, params }) => ({ pointer, code, params })),
    });
  }
  return judged;
}

const stoppingOf = ({ issues }: Judgement) => issues.filter((issue) => issue.stops);
const nameOf = ({ pointer, code }: { readonly pointer: string; readonly code: string }): string =>
  `${pointer} ${code}`;

/** Bringing a piece that was asked for is supplying it: the dossier is complete from that day without anybody's act (rules.md B6). */
function commandFor(state: DossierState, { changes }: ChangeSet, reason: string): Command {
  const asked = new Set(state.requests.flatMap((request) => request.open));
  const supplied = changes
    .filter(
      ({ op, to }) => op === 'piece' && typeof to === 'object' && to !== null && 'files' in to,
    )
    .map(({ pointer }) => pointer.slice('@piece/'.length))
    .filter((piece) => asked.has(piece));
  if (supplied.length > 0) return { do: 'supply-pieces', pieces: supplied };
  return { do: 'amend', ...(reason === '' ? {} : { reason }) };
}
