import { addDuration, canonicalJson, dayIn, endOfDay, type Plan } from '@guichet/procedure';
import type { Version } from '../../draft.js';
import type { Judgement } from '../../judgement.js';
import { applyChanges } from '../../versions/apply-changes.js';
import { handleCommand } from '../commands/handle-command.js';
import { attestationsOn } from '../attestations-on.js';
import { dossierView } from '../dossier-view.js';
import { dueClocks } from '../due.js';
import type { Author, DossierEvent } from '../events.js';
import { DossierError } from '../errors.js';
import { emptyState, foldDossier } from '../fold.js';
import type { Plans } from '../plans.js';
import type { DossierState } from '../state.js';
import { compareView, differ } from './compare-view.js';
import type { Doing, DossierCase, DossierStep } from './dossier-case.js';
import { isForSession, readDoing } from './read-doing.js';

/** A dossier in mid-case: its log, its fold, its time. */
export interface Running {
  plan: Plan;
  readonly plans?: Plans;
  /** The version in force. */
  version?: Version;
  readonly profile: 'administration' | 'third-party';
  readonly zone: string;
  readonly judgement?: Judgement;
  readonly begunAt?: string;
  events: DossierEvent[];
  state: DossierState;
  now: Date;
  /** First moment: `after` counts from it. */
  start?: Date;
}

const officer: Author = {
  as: 'officer',
  name: 'Claire Petit',
  quality: 'attachée',
  service: 'Bureau du séjour',
};
const identity = { id: 'case', reference: 'CASE', planHash: '' };

const sound: Judgement = {
  issues: [],
  toComplete: [],
  inactive: [],
  pieces: [],
  window: { inWindow: 'true', state: 'in', opens: undefined, closes: undefined },
  complete: 'true',
  fees: [],
  clocks: {},
};

/** Runs a case from an empty log. Gives one sentence for each thing that is not as expected. */
export function runDossierCase(only: Plan, given: DossierCase, plans?: Plans): readonly string[] {
  const plan = (given.under === undefined ? undefined : plans?.(given.under)) ?? only;
  const { complete = 'true', inWindow = 'true', clocks = {} } = given.judgement ?? {};
  const state =
    given.judgement?.windowState ??
    ({ true: 'in', false: 'after', unknown: 'unknown' } as const)[inWindow];
  const running: Running = {
    plan: { ...plan, ...given.plan, clocks: { ...plan.clocks, ...given.clocks } },
    ...(plans && { plans }),
    version: { answers: given.answers ?? {}, marks: {}, pieces: {} },
    profile: given.profile ?? 'administration',
    zone: given.zone ?? 'Europe/Paris',
    judgement: { ...sound, complete, clocks, window: { ...sound.window, inWindow, state } },
    ...(given.begunAt !== undefined && { begunAt: given.begunAt }),
    events: [],
    state: emptyState(plan),
    now: new Date(0),
  };
  return runDossierSteps(running, given.then);
}

/**
 * Runs moments on a dossier already begun: the `then` part of a procedure's case.
 * After each, folding the whole log again must give the same state, and what a reader saw must be what is written.
 */
export function runDossierSteps(
  running: Running,
  steps: readonly DossierStep[],
): readonly string[] {
  return steps.flatMap((step, index) =>
    runStep(running, step).map((fault) => `moment ${index + 1}: ${fault}`),
  );
}

function runStep(running: Running, step: DossierStep): readonly string[] {
  running.now = momentOf(running, step);
  running.start ??= running.now;
  const before = running.events.length;
  const thrown: string[] = [];
  const doings = (step.do ?? []).map((doing) => actOrThrow(running, step, doing, thrown));
  const refused = doings.findLast((answer) => answer !== undefined);
  const added = step.do
    ? running.events.slice(before)
    : dueClocks(running.plan, running.state, running.now);
  const types = added.map((event) => event.type);
  const { expect = {} } = step;
  const view = dossierView(running.plan, running.state, identity, running.now, running.version);
  return [
    ...(refused !== undefined && expect.refused === undefined ? [`refused: ${refused}`] : []),
    ...differ('refusal', refused, expect.refused),
    ...differ('error', thrown.at(-1), expect.throws ?? thrown.at(-1)),
    ...(expect.throws === undefined ? thrown.map((code) => `throws ${code}`) : []),
    ...(expect.throws !== undefined && thrown.length === 0 ? ['throws nothing'] : []),
    ...differ('answers', sorted(running.version?.answers), sorted(expect.answers)),
    ...differ('events', types, expect.events),
    ...differ(
      'attested',
      types.flatMap((type) => attestationsOn(running.plan, type)),
      expect.attested,
    ),
    ...differ('state', view.journey, expect.state),
    ...compareView(view, expect, running.zone),
    ...replay(running),
  ];
}

/** `after` counts calendar days and ends at noon, so that no zone or summer time moves the day. */
function momentOf({ now, start = now, zone }: Running, { at, after }: DossierStep): Date {
  if (at !== undefined) return new Date(at);
  if (after === undefined) return now;
  const day = addDuration(dayIn(start, zone), after);
  return new Date(Date.parse(endOfDay(day, zone)) - 12 * 3_600_000 + 1);
}

function actOrThrow(
  running: Running,
  step: DossierStep,
  doing: NonNullable<DossierStep['do']>[number],
  thrown: string[],
): string | undefined {
  try {
    return act(running, step, doing);
  } catch (error) {
    if (!(error instanceof DossierError)) throw error;
    thrown.push(error.code);
    return undefined;
  }
}

function act(
  running: Running,
  step: DossierStep,
  doing: NonNullable<DossierStep['do']>[number],
): string | undefined {
  if (isForSession(doing)) return undefined;
  const { plan, profile, zone, judgement, now } = running;
  const { command, difference } = readDoing(doing, running.state);
  if ('refused' in command) return command.refused;
  const by = authorOf(step.by);
  const known = {
    ...(judgement && { judgement }),
    ...(running.begunAt !== undefined && { begunAt: running.begunAt }),
    ...(running.version && { version: running.version }),
  };
  const newer = newerOf(running, doing);
  const context = { now, zone, profile, by, difference, ...known, ...(newer && { newer }) };
  const answer = handleCommand(plan, running.state, command, context);
  if ('refused' in answer) return answer.refused;
  running.events = [...running.events, ...answer.events];
  running.state = answer.state;
  follow(running, answer.events, newer?.plan);
  return undefined;
}

/** A migration's plan and answers become those in force. */
function follow(running: Running, events: readonly DossierEvent[], newer: Plan | undefined): void {
  const migrated = events.find(({ type }) => type === 'MIGRATED');
  if (!migrated || !newer) return;
  running.plan = newer;
  const { patch } = migrated.body;
  if (patch && running.version) running.version = applyChanges(running.version, patch);
}

/** `{ "migrate": "1.1.0" }`: the plan of that version, and the answers to move. */
function newerOf({ plans, version }: Running, doing: Doing) {
  const wanted = typeof doing === 'object' ? doing['migrate'] : undefined;
  const plan = typeof wanted === 'string' ? plans?.(wanted) : undefined;
  return plan && version ? { plan, version } : undefined;
}

/** Members in one order, so that only what they hold is compared. */
function sorted(answers: Version['answers'] | undefined): unknown {
  return answers && JSON.parse(canonicalJson(answers));
}

function authorOf(by: DossierStep['by']): Author {
  if (by === undefined) return { as: 'holder' };
  if (typeof by === 'object') return by;
  return by === 'officer' ? officer : { as: by };
}

function replay({ plan, plans, events, state }: Running): readonly string[] {
  const again = canonicalJson(foldDossier(plan, events, plans));
  return again === canonicalJson(state) ? [] : ['folding the log again gives another state'];
}
