import type { Filing } from '@guichet/engine';
import { dayIn, startOfDay, type Day } from '@guichet/procedure';
import type { GetDraft, PutFileOn } from '@guichet/gateway/wire';
import type { Context } from '../context.js';
import { draftOf, findDraft, openDraft, type OpenDraft } from '../drafts/draft-access.js';
import { judgeOrRefuse, fileDraft } from '../filing/file-draft.js';
import { listPieces } from '../pieces/piece-store.js';
import type { Queryable } from '../store/sql-port.js';
import { WireProblem } from '../wire-problem.js';
import { withLaterEdits, type KeptFiling } from './later-edits.js';
import { schedule, unschedule } from './queue-store.js';

const contextOf = (draft: string): string => `draft:${draft}:file-on`;

/**
 * Keeps a filing to be made at the start of a day, in the operator's zone. It is judged now as on that day,
 * so that what would stop it is said while the person is here. Problems: `day-not-ahead`, `issues`,
 * `third-party-cannot-file`.
 */
export async function setFileOn(
  context: Context,
  id: string,
  bearer: string,
  asked: PutFileOn,
): Promise<void> {
  const { timeZone } = context.operator;
  const draft = await openDraft(context.db, context.vault, id, bearer);
  if (context.operator.profile === 'third-party') throw new WireProblem('third-party-cannot-file');
  if (draft.dossier !== undefined) throw new WireProblem('not-accepted-now');
  if (asked.day <= dayIn(context.now(), timeZone)) throw new WireProblem('day-not-ahead');
  const held = context.library.withPlan(draft.procedure.id, asked.filing.planHash);
  if (!held) throw new WireProblem('unknown-procedure');
  const opensAt = startOfDay(asked.day, timeZone);
  judgeOrRefuse(context, held, asked.filing.version, await listPieces(context.db, draft), {
    at: new Date(opensAt),
  });
  await context.db.transaction(async (tx) => {
    const { entries } = await openDraft(tx, context.vault, id, bearer, true);
    const kept: KeptFiling = { filing: asked.filing, entries };
    await tx.query(
      `insert into schedules (draft_id, day, body) values ($1, $2, $3)
       on conflict (draft_id) do update set day = excluded.day, body = excluded.body`,
      [id, asked.day, draft.key.sealJson(contextOf(id), kept)],
    );
    await schedule(tx, 'file-on', id, opensAt);
  });
}

/** Takes the day back; nothing happens when none was set. */
export async function clearFileOn(context: Context, id: string, bearer: string): Promise<void> {
  await context.db.transaction(async (tx) => {
    await openDraft(tx, context.vault, id, bearer, true);
    await dropSchedule(tx, id);
  });
}

/**
 * Files what was kept for today, with what was changed since. The draft's idempotency key makes it once,
 * whoever tries and however often; what stops it is written in the draft as a notice: it is never lost.
 */
export async function fileScheduled(context: Context, id: string): Promise<void> {
  const row = await findDraft(context.db, id);
  const [found] = await context.db.query<{ day: string; body: Uint8Array }>(
    'select day, body from schedules where draft_id = $1',
    [id],
  );
  if (!row || !found) return;
  const draft = draftOf(row, context.vault);
  const kept = draft.key.openJson(contextOf(id), found.body) as KeptFiling;
  const late = lateSince(context, found.day);
  try {
    await fileKept(context, draft, { ...kept, filing: { ...kept.filing, ...late } });
  } catch (error) {
    // A fault of the service is tried again; what the answers themselves stop is told to the person.
    if (!(error instanceof WireProblem) || error.code === 'in-flight') throw error;
    await notice(context, draft, error);
  }
}

/** A day that this service missed is its own incident: the person must not be late for it (rules.md B9). */
function lateSince(context: Context, day: Day): Pick<Filing, 'incidentSince'> {
  const { timeZone } = context.operator;
  return dayIn(context.now(), timeZone) > day ? { incidentSince: startOfDay(day, timeZone) } : {};
}

/** A change that would stop the filing must not cost the person the day: what was given with it is filed, and the change is said to be left out. */
async function fileKept(context: Context, draft: OpenDraft, kept: KeptFiling): Promise<void> {
  const edited = await withLaterEdits(context, draft, kept);
  try {
    await fileDraft(context, draft, edited ?? kept.filing, 'scheduled');
  } catch (error) {
    if (!edited || !(error instanceof WireProblem) || error.code !== 'issues') throw error;
    await fileDraft(context, draft, kept.filing, 'scheduled');
    await notice(context, draft, new WireProblem('later-edits-left-out', error.extra));
  }
}

async function notice(context: Context, draft: OpenDraft, problem: WireProblem): Promise<void> {
  const at = context.now().toISOString();
  await context.db.transaction(async (tx) => {
    const body = draft.key.sealJson(`draft:${draft.id}:notice`, {
      code: problem.code,
      ...problem.extra,
    });
    await tx.query(
      'insert into draft_notices (draft_id, at, code, body) values ($1, $2, $3, $4) on conflict do nothing',
      [draft.id, at, `file-on/${problem.code}`, body],
    );
    await dropSchedule(tx, draft.id);
  });
  context.log({ at, level: 'error', event: 'file-on-stopped', code: problem.code, id: draft.id });
}

/** What the service could not do alone with a draft, oldest first. */
export async function readNotices(
  tx: Queryable,
  draft: OpenDraft,
): Promise<NonNullable<GetDraft['notices']>> {
  const rows = await tx.query<{ at: Date; body: Uint8Array }>(
    'select at, body from draft_notices where draft_id = $1 order by at',
    [draft.id],
  );
  return rows.map(({ at, body }) => {
    const said = draft.key.openJson(`draft:${draft.id}:notice`, body) as { readonly code: string };
    return { at: at.toISOString(), what: 'file-on' as const, ...said };
  });
}

async function dropSchedule(tx: Queryable, id: string): Promise<void> {
  await tx.query('delete from schedules where draft_id = $1', [id]);
  await unschedule(tx, 'file-on', id);
}
