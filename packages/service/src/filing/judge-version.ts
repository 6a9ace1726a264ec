import {
  filterVerdict,
  judge,
  settledVersion,
  shownVersion,
  type Judgement,
  type RawIssue,
  type Version,
} from '@guichet/engine';
import { dayIn, type Day } from '@guichet/procedure';
import type { Context } from '../context.js';
import type { Held } from '../library/published-library.js';

export interface JudgedVersion {
  /** Containers of active branches there, and nothing of a branch that is not: its answers are parked, never filed. */
  readonly version: Version;
  readonly judgement: Judgement;
}

export interface JudgedAt {
  /** Instant that decides *today* and *filing*. */
  readonly at: Date;
  /** Day of the filing, when it is an earlier one. */
  readonly filing?: Day;
  readonly incidentSince?: Day;
}

/**
 * The verdict of the engine on a version, on the service's day.
 *
 * Ajv is asked too, through the same filter (rules.md A6). Where the two differ, the engine's verdict
 * stands, since the page showed it to the person, and the difference is logged as codes, for us to mend.
 */
export function judgeVersion(
  context: Context,
  held: Held,
  sent: Version,
  when: JudgedAt,
): JudgedVersion {
  const { plan } = held.published;
  const zone = context.operator.timeZone;
  const today = dayIn(when.at, zone);
  const otherDay = dayIn(when.at, 'Europe/Paris');
  const at = {
    today,
    filing: when.filing ?? today,
    zone,
    ...(otherDay === today ? {} : { otherDay }),
    ...(when.incidentSince ? { incidentSince: when.incidentSince } : {}),
  };
  const version = settledVersion(plan, sent, at);
  const judgement = judge(plan, version, at);
  const shown = shownVersion(plan, version, at);
  const errors = held.secondVoice(shown.answers, at);
  const other = filterVerdict(plan, held.published.branches, shown, errors, at);
  const codes = new Set(difference(judgement, other));
  if (codes.size > 0) logDifference(context, held, [...codes].sort().join(' '));
  return { version, judgement };
}

/** What one voice says and the other does not, as codes: pointers would tell which questions a person met. */
function difference(judgement: Judgement, other: readonly RawIssue[]): readonly string[] {
  const own = [
    ...judgement.issues,
    ...judgement.toComplete.map((pointer) => ({ pointer, code: 'required' })),
  ];
  return [
    ...without(own, other).map((code) => `engine-only/${code}`),
    ...without(other, own).map((code) => `ajv-only/${code}`),
  ];
}

type Said = Pick<RawIssue, 'pointer' | 'code'>;

function without(these: readonly Said[], those: readonly Said[]): readonly string[] {
  const known = new Set(those.map(({ pointer, code }) => `${pointer} ${code}`));
  return these
    .filter(({ pointer, code }) => !known.has(`${pointer} ${code}`))
    .map(({ code }) => code);
}

function logDifference(context: Context, held: Held, code: string): void {
  const { id, version } = held.published;
  context.log({
    at: context.now().toISOString(),
    level: 'error',
    event: 'verdicts-differ',
    code,
    procedure: `${id}@${version}`,
  });
}
