import {
  applyChanges,
  differenceOf,
  type Change,
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
import { knownLang } from '../library/known-lang.js';
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
 * Pieces that were asked for are supplied at once, whatever else is changed with them: then two events are written
 * in one transaction, each attested in the dossier, and the answer is the receipt of the second, the amendment.
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
  const { changes } = differenceOf(current, version, state.version);
  const [first, then] = actsOf(state, changes, amendment.reason);
  const lang = knownLang(held.published, amendment.lang);
  const by = { context, tx, amendment: { ...amendment, lang }, stored };
  if (!then) return carryOut(by, desk, { ...first, from: current, judgement: judged.judgement });
  await carryOut(by, desk, { ...first, from: current, judgement: judged.judgement });
  const now = await openDossier(tx, context.vault, dossier.id, 'service');
  return carryOut(
    by,
    { dossier: now, state: await loadState(context, tx, now) },
    {
      ...then,
      from: applyChanges(current, { base: state.version, changes: first.changes }),
      judgement: judged.judgement,
    },
  );
}

interface Sender {
  readonly context: Context;
  readonly tx: Queryable;
  readonly amendment: PostAmendment;
  readonly stored: readonly StoredPiece[];
}

/** One command that an amendment amounts to, with the changes it carries. */
interface Act {
  readonly command: Command;
  readonly changes: readonly Change[];
}

/** Decides, records and attests one act. */
async function carryOut(
  { context, tx, amendment, stored }: Sender,
  desk: Desk,
  act: Act & { readonly from: Version; readonly judgement: Judgement },
): Promise<Receipt> {
  const { plan } = heldOf(context, desk.dossier).published;
  const { lang, textsHash } = amendment;
  const { state } = elapse(plan, desk.state, context.now());
  const difference = { base: state.version, changes: act.changes };
  const handled = orRefuse(
    handleCommand(plan, desk.state, act.command, {
      now: context.now(),
      zone: context.operator.timeZone,
      profile: context.operator.profile,
      by: { as: 'holder' },
      judgement: act.judgement,
      difference,
      lang,
      textsHash,
    }),
  );
  const version = applyChanges(act.from, difference);
  const versions =
    handled.state.version > state.version ? new Map([[handled.state.version, version]]) : new Map();
  const after = await record(context, tx, desk, handled, versions);
  const event = eventToAttest(plan, handled.events);
  if (!event) throw new Error('An amendment gave no event to attest.');
  return attest(context, tx, after, {
    event,
    version,
    pieces: stored,
    lang,
    judgement: act.judgement,
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

/**
 * Bringing a piece that was asked for is supplying it: the dossier is complete from that day without anybody's act
 * (rules.md B6). What else changes is an amendment like any other, with its reason: a proposal once taken (B5).
 */
function actsOf(
  state: DossierState,
  changes: readonly Change[],
  reason: string,
): readonly [Act, Act?] {
  const asked = new Set(state.requests.flatMap((request) => request.open));
  const supplies = ({ op, pointer, to }: Change): boolean =>
    op === 'piece' &&
    typeof to === 'object' &&
    to !== null &&
    'files' in to &&
    asked.has(pieceOf(pointer));
  const supplied = changes.filter(supplies);
  const rest = changes.filter((change) => !supplies(change));
  const why = reason === '' ? {} : { reason };
  const amend: Act = { command: { do: 'amend', ...why }, changes: rest };
  if (supplied.length === 0) return [amend];
  const pieces = supplied.map(({ pointer }) => pieceOf(pointer));
  const alone = rest.length === 0;
  const command = { do: 'supply-pieces', pieces, ...(alone && why) } as const;
  const supply: Act = { command, changes: supplied };
  return alone ? [supply] : [supply, amend];
}

const pieceOf = (pointer: string): string => pointer.slice('@piece/'.length);
