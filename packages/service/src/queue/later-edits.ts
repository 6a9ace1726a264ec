import {
  draftFromVersion,
  foldDraft,
  freshDraft,
  versionOf,
  type Draft,
  type DraftEntry,
  type Filing,
} from '@guichet/engine';
import { canonicalJson, dayIn } from '@guichet/procedure';
import type { Context } from '../context.js';
import type { OpenDraft } from '../drafts/draft-access.js';
import { readEntries } from '../drafts/draft-entries.js';

/** What was given when a day was set, and how long the draft's log was then. */
export interface KeptFiling {
  readonly filing: Filing;
  readonly entries: number;
}

/**
 * The filing that a draft amounts to when what was changed after the day was set counts too, as the page
 * promises; nothing when no answer, mark, row or piece was touched since, or when this service no longer
 * holds the plan that the draft moved to. Reads only.
 */
export async function withLaterEdits(
  context: Context,
  draft: OpenDraft,
  { filing, entries: before }: KeptFiling,
): Promise<Filing | undefined> {
  const entries = inOrderReceived(await readEntries(context.db, draft));
  const later = entries.slice(before);
  if (!later.some(isEdit)) return undefined;
  const base = baseOf(context, draft, filing, entries.slice(0, before));
  const folded = base && foldDraft(base, later);
  const held = folded && context.library.withPlan(draft.procedure.id, folded.procedure.planHash);
  if (!folded || !held) return undefined;
  const version = versionOf(held.published.plan, folded, daysOf(context));
  return { ...filing, version, planHash: folded.procedure.planHash };
}

/**
 * The draft as it stood when the day was set. The log's own fold, when it gives what was given then: it holds
 * parked answers, which no version has. Else the version given: a device may have been behind with its log.
 */
function baseOf(
  context: Context,
  draft: OpenDraft,
  filing: Filing,
  entries: readonly DraftEntry[],
): Draft | undefined {
  const held = context.library.withPlan(draft.procedure.id, filing.planHash);
  if (!held) return undefined;
  const { plan, id, version, planHash } = held.published;
  const procedure = { id, version, planHash };
  const identity = { id: draft.id, key: draft.idempotencyKey, startedAt: draft.startedAt };
  const logged = foldDraft(freshDraft({ ...identity, procedure: draft.procedure }), entries);
  const isWhole =
    logged.procedure.planHash === planHash &&
    saidIn(versionOf(plan, logged, daysOf(context))) === saidIn(filing.version);
  const n = entries.length;
  return isWhole
    ? { ...logged, pieces: { ...logged.pieces, ...filing.version.pieces } }
    : { ...draftFromVersion(plan, filing.version, { ...identity, procedure }), n };
}

const saidIn = ({ answers, marks }: Filing['version']): string => canonicalJson({ answers, marks });

function daysOf(context: Context) {
  const today = dayIn(context.now(), context.operator.timeZone);
  return { today, filing: today };
}

/** Two devices number their entries each for itself: here the order in which they arrived counts. */
function inOrderReceived(entries: readonly DraftEntry[]): readonly DraftEntry[] {
  return entries.map((entry, index) => ({ ...entry, n: index + 1 }));
}

const edits: readonly DraftEntry['op'][] = ['set', 'unset', 'mark', 'rows', 'piece', 'move'];

const isEdit = ({ op }: DraftEntry): boolean => edits.includes(op);
