import type { Day } from '@guichet/procedure';
import type { Mark, Version } from '../../draft.js';
import { judgeWindow } from '../../judge/window.js';
import type { RawIssue } from '../../judgement.js';
import type { Filing, FilingAnswer } from '../../ports.js';
import { differenceOf } from '../../versions/difference-of.js';
import { versionOfModel } from '../../versions/version-of.js';
import { act } from '../act.js';
import type { Core } from '../core.js';
import { otherDay } from '../favours.js';
import { incidentSince } from '../incident-since.js';
import { issuesOn, issueView } from '../issues.js';
import type { FilingOutcome } from '../views.js';
import { say } from '../words.js';
import { putMark } from './answer.js';
import { noteOutage } from './incident.js';

/**
 * Files, or prepares under a third party. Stops only on R13's closed list; what is
 * missing is filed as "to be completed". Pressing twice is one filing: the same
 * promise while it is on its way, the same idempotency key for ever.
 */
export function file(core: Core): Promise<FilingOutcome> {
  return once(core, async () => {
    const pressedAt = core.ports.clock.now();
    const stop = obstacle(core) ?? tooEarly(core);
    if (stop) return stop;
    await uploaded(core);
    const { service } = core.ports;
    if (!service) return refused(core, 'no-service');
    const filing = filingOf(core);
    if (core.filed && core.filedVersion) {
      const difference = differenceOf(core.filedVersion, filing.version, core.filed.version);
      const receipt = core.filed;
      if (difference.changes.length > 0) return { is: 'already-filed', receipt, difference };
    }
    const answer = await service.file(filing);
    if (answer.is === 'unreachable') noteOutage(core, pressedAt);
    return settle(core, filing.version, answer);
  });
}

/** Sends the difference with what is filed, in the person's words. */
export function amend(core: Core, reason: string): Promise<FilingOutcome> {
  return once(core, async () => {
    const { service } = core.ports;
    const stop = obstacle(core);
    if (stop) return stop;
    await uploaded(core);
    const filing = filingOf(core);
    if (!service || !core.filed) return refused(core, service ? 'not-filed' : 'no-service');
    const { etag, version } = core.filed;
    const base = core.filedVersion;
    const difference = base
      ? differenceOf(base, filing.version, version)
      : await differenceFromService(core, filing);
    if (!difference) return { is: 'unreachable' };
    return settle(
      core,
      filing.version,
      await service.amend({ ...filing, etag, difference, reason }),
    );
  });
}

/** A page opened anew does not hold what was filed: the service says what differs. */
async function differenceFromService(core: Core, filing: Filing) {
  const answer = await core.ports.service?.file(filing);
  if (answer?.is === 'already-filed') return answer.difference;
  return answer?.is === 'filed' || answer?.is === 'prepared'
    ? { base: answer.receipt.version, changes: [] }
    : undefined;
}

/** Asks the service to file on a day; null cancels. */
export function fileOn(core: Core, day: Day | null): Promise<FilingOutcome> {
  return once(core, async () => {
    const { service } = core.ports;
    const pressedAt = core.ports.clock.now();
    const stop = day === null && !core.plan.guide ? undefined : obstacle(core);
    if (stop) return stop;
    await uploaded(core);
    if (!service) return refused(core, 'no-service');
    const answer = await service.fileOn(day, filingOf(core));
    if (answer.is === 'unreachable' && day !== null) noteOutage(core, pressedAt);
    if (answer.is !== 'scheduled') return answer;
    core.notify(
      act(core, (now) => {
        now.record({ op: 'file-on', day: answer.on });
        now.changed.add('@filing').add('@window');
      }),
    );
    return answer;
  });
}

/** Marks all that is still to complete with one reason; what may not be left out stays. */
export function markRest(core: Core, mark: Omit<Mark, 'at'>): ReadonlySet<string> {
  if (core.readOnly) return new Set();
  return act(core, (now) => {
    for (const { pointer } of missing(core).filter(({ stops }) => !stops))
      putMark(core, now, pointer, mark);
  });
}

/** Required, neither answered nor marked, in the order asked. */
export function missing(core: Core): readonly RawIssue[] {
  return allIssues(core).filter(({ code }) => code === 'required');
}

/** Faults of all pages of today's path, in the order asked. */
export function allIssues(core: Core): readonly RawIssue[] {
  return core.pages.flatMap((page) => issuesOn(core, page));
}

function once(core: Core, run: () => Promise<FilingOutcome>): Promise<FilingOutcome> {
  core.filing ??= run().finally(() => {
    core.filing = undefined;
  });
  return core.filing;
}

function obstacle(core: Core): FilingOutcome | undefined {
  if (core.plan.guide) return refused(core, 'guide');
  if (core.readOnly) return refused(core, 'read-only');
  const issues = allIssues(core).filter(({ stops }) => stops);
  return issues.length > 0 ? stopped(core, issues) : undefined;
}

/** What a third party prepares is not filed: no window holds it back. */
function tooEarly(core: Core): FilingOutcome | undefined {
  if (core.profile === 'third-party') return undefined;
  const { state } = judgeWindow(core.model, { otherDay: otherDay(core) });
  return state === 'before' && !core.filed ? refused(core, 'window-not-open') : undefined;
}

function stopped(core: Core, issues: readonly RawIssue[]): FilingOutcome {
  core.hasTriedFiling = true;
  for (const { pointer } of issues) core.displayed.add(pointer);
  core.notify(
    new Set([...issues.map(({ pointer }) => pointer), '@summary', '@steps', '@review', '@filing']),
  );
  return { is: 'issues', issues: issues.map((raw) => issueView(core, raw)) };
}

function refused(core: Core, code: string): FilingOutcome {
  return { is: 'refused', code, message: say(core, `refused.${code}`) };
}

/** The file on its way may be the one that completes the dossier: wait for this attempt, not for ever. */
async function uploaded(core: Core): Promise<void> {
  await Promise.all([...core.uploads.running.values()]);
}

function filingOf(core: Core): Filing {
  const since = incidentSince(core);
  return {
    version: versionOfModel(core.model),
    planHash: core.planHash,
    textsHash: core.textsHash,
    lang: core.texts.lang,
    ...(since === undefined ? {} : { incidentSince: since }),
  };
}

/** What the service says now is all that it says; of several faults of one answer the first is told. */
function takeServerIssues(core: Core, issues: readonly RawIssue[]): readonly RawIssue[] {
  core.server.clear();
  for (const issue of issues)
    if (!core.server.has(issue.pointer)) core.server.set(issue.pointer, issue);
  return [...core.server.values()];
}

function settle(core: Core, version: Version, answer: FilingAnswer): FilingOutcome {
  if (answer.is === 'issues') {
    const issues = answer.issues.map((issue) => ({ ...issue, stops: true }));
    return stopped(core, takeServerIssues(core, issues));
  }
  if (answer.is === 'unreachable' || answer.is === 'refused') return answer;
  core.server.clear();
  core.filed = answer.receipt;
  if (answer.is !== 'already-filed') core.filedVersion = version;
  core.notify(new Set(['@filing', '@step', '@steps', '@review', '@summary', '@window']));
  return answer;
}
