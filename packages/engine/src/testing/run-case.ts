import type { Published, Verdict } from '@guichet/procedure';
import { canonicalJson, dayIn, patternOf } from '@guichet/procedure';
import { runDossierCase } from '../dossier/testing/run-dossier-case.js';
import type { Draft } from '../draft.js';
import { foldDraft } from '../draft/fold-draft.js';
import { freshDraft } from '../draft/fresh-draft.js';
import { evaluate } from '../interpreter/evaluate.js';
import { judgeModel } from '../judge/judge.js';
import type { Judgement } from '../judgement.js';
import { contentOf } from '../model/content.js';
import { createModel } from '../model/create-model.js';
import type { Model } from '../model/model.js';
import { openSession } from '../session/open-session.js';
import type { Session } from '../session/views.js';
import { compareValues } from './compare-values.js';
import { doActs } from './do-acts.js';
import { memoryPorts } from './memory-ports.js';
import { memoryService } from './memory-service.js';
import type { CaseExpectation, ProcedureCase } from './procedure-case.js';

/** What running a case left behind. */
export interface CaseRun {
  /** One readable sentence for each thing that is not as expected. */
  readonly differences: readonly string[];
  readonly session: Session;
  readonly draft: Draft;
  readonly judgement: Judgement;
}

/**
 * Runs a case on a real session with a draft log and a service in memory, then the
 * life of the dossier that follows on its fold. Nothing is thrown for what differs.
 */
export async function runCase(
  published: Published,
  given: ProcedureCase,
  { lang = published.plan.languages[0] ?? '', zone = 'Europe/Paris' } = {},
): Promise<CaseRun> {
  const profile = given.profile ?? 'administration';
  const { plan, planHash } = published;
  const words = published.texts[lang];
  if (!words) throw new Error(`${plan.id} is not published in ${lang}.`);
  const memory = memoryPorts(given.clock);
  const service = memoryService(profile, memory.clock.now);
  const procedure = { id: plan.id, version: plan.version, planHash };
  const identity = { id: 'CASE', key: 'CASE', procedure, startedAt: given.clock };
  const session = openSession(plan, words.bundle, {
    draft: freshDraft(identity),
    ports: { ...memory.ports, service },
    profile,
    planHash,
    textsHash: words.hash,
  });
  const faults = await doActs(session, plan, given.do);
  for (let i = 0; i < 4; i++) await Promise.resolve();
  const draft = foldDraft(freshDraft(identity), memory.log);
  const today = dayIn(given.clock, zone);
  const model = createModel(plan, contentOf(draft), { today, filing: today });
  const judgement = judgeModel(model, { today, filing: today });
  const differences = [
    ...faults,
    ...compare(given.expect, { session, model, judgement, scheduled: service.scheduled }),
    ...compareValues(given.expect, model),
    ...(service.filings.length > 0 ? lifeOf(published, given, judgement, zone) : []),
  ];
  return { differences, session, draft, judgement };
}

/** What the dossier becomes once filed, and in the rest of the case. */
function lifeOf(
  { plan }: Published,
  given: ProcedureCase,
  { complete, window, clocks }: Judgement,
  zone: string,
): readonly string[] {
  const profile = given.profile ?? 'administration';
  const { events, attested } = given.expect;
  const expect = { ...(events ? { events } : {}), ...(attested ? { attested } : {}) };
  const file = { at: given.clock, do: [profile === 'administration' ? 'file' : 'prepare'], expect };
  return runDossierCase(plan, {
    title: given.title,
    rule: 'B',
    profile,
    zone,
    judgement: { complete, inWindow: window.inWindow, clocks },
    then: [file, ...(given.then ?? [])],
  });
}

interface Found {
  readonly session: Session;
  readonly model: Model;
  readonly judgement: Judgement;
  readonly scheduled: string | null;
}

function compare(expected: CaseExpectation, found: Found): string[] {
  const actual = actualOf(found);
  return Object.entries(actual).flatMap(([what, value]) => {
    const wanted = expected[what as keyof CaseExpectation];
    if (wanted === undefined || inAnyOrder(wanted) === inAnyOrder(value)) return [];
    return [`${what}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(value)}`];
  });
}

function inAnyOrder(value: unknown): string {
  return canonicalJson(Array.isArray(value) ? value.toSorted() : value);
}

function actualOf({ session, model, judgement, scheduled }: Found): CaseExpectation {
  const { plan, scope } = model;
  const patterns = (pointers: readonly string[]) =>
    pointers.map((pointer) => patternOf(pointer, plan.groups));
  const asked = (verdict: Verdict) =>
    judgement.pieces.filter((piece) => piece.asked === verdict).map(({ name }) => name);
  return {
    step: session.step().id,
    issues: patterns(
      judgement.issues.filter(({ code }) => code !== 'required').map(({ pointer }) => pointer),
    ),
    toComplete: patterns(judgement.toComplete),
    pieces: asked('true'),
    mayBeAsked: asked('unknown'),
    complete: verdictOf(judgement.complete),
    inWindow: verdictOf(judgement.window.inWindow),
    fee: session.fees().total,
    exits: session
      .steps()
      .map(({ id }) => id)
      .filter((id) => plan.steps[id]?.kind === 'exit'),
    carried: session.carried().answers,
    tasks: Object.fromEntries((session.step().tasks ?? []).map(({ name, state }) => [name, state])),
    parties: (judgement.parties ?? []).filter((one) => one.asked === 'true').map(({ name }) => name),
    awaited: (judgement.awaited ?? []).map((one) => {
      const what = 'piece' in one ? one.piece : patternOf(one.pointer, plan.groups);
      return `${what} from ${one.from}`;
    }),
    stale: judgement.pieces.filter(({ fresh }) => fresh === 'false').map(({ name }) => name),
    links: (session.review().links ?? []).filter(({ mayBe }) => !mayBe).map(({ name }) => name),
    advice: plan.advice
      .filter((advice) => evaluate(advice.when, scope) === 'true')
      .map(({ say }) => say),
    ...(scheduled === null ? {} : { scheduled }),
  };
}

const verdictOf = (verdict: Verdict): boolean | 'unknown' =>
  verdict === 'unknown' ? verdict : verdict === 'true';
