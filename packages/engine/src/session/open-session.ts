import type { FormPlan, Texts } from '@guichet/procedure';
import { dayIn, endOfDay } from '@guichet/procedure';
import { progressOf } from '../draft/fold-draft.js';
import type { Draft, Version } from '../draft.js';
import { EngineError } from '../errors.js';
import { walkerOf } from '../flow/walk-flow.js';
import { evaluate } from '../interpreter/evaluate.js';
import { fieldState } from '../model/field-state.js';
import { groupState } from '../model/group-state.js';
import { allFields, allGroups } from '../model/instances.js';
import { createModel } from '../model/model.js';
import type { Ports, Receipt } from '../ports.js';
import { act } from './act.js';
import { resumeUploads } from './acts/upload.js';
import type { Core } from './core.js';
import { frontier, isReachable, rewalk } from './path.js';
import { saverOf } from './saver.js';
import { sessionOf } from './session-of.js';
import { createUploads } from './uploads.js';
import type { Session } from './views.js';

/** What a session is opened with, beside the plan and its words. */
export interface SessionOptions {
  readonly draft: Draft;
  readonly ports: Ports;
  readonly planHash: string;
  /** SHA-256 of the texts it is opened with: a filing says which words the person saw. */
  readonly textsHash: string;
  /** Language → SHA-256 of its texts, for a session that may go on in another. */
  readonly textsHashes?: Readonly<Record<string, string>> | undefined;
  /** Receipt of what was filed from this draft. */
  readonly filed?: Receipt | undefined;
  /** The version filed, when the page still has it; the service says the difference otherwise. */
  readonly filedVersion?: Version | undefined;
  readonly readOnly?: boolean | undefined;
  /** The operator's profile by default; without an operator nothing can say *filed*. */
  readonly profile?: 'administration' | 'third-party' | undefined;
}

/**
 * Opens one person's run through a procedure: walks the flow with the draft's answers
 * and computes the first view. Throws `plan-format-unknown`.
 *
 * @example
 * const session = openSession(plan, texts, { draft, ports, planHash, textsHash });
 * session.answer('/person/birth', { year: '1998', month: '', day: '' });
 * session.next();
 */
export function openSession(plan: FormPlan, texts: Texts, options: SessionOptions): Session {
  if (plan.format !== 1)
    throw new EngineError('plan-format-unknown', { found: String(plan.format) });
  const listeners = new Set<(changed: ReadonlySet<string>) => void>();
  const core = coreOf(plan, texts, options, (changed) => {
    for (const listener of listeners) listener(changed);
  });
  compute(core);
  const stopClock = watchMidnight(core);
  resumeUploads(core);
  return sessionOf(core, listeners, () => {
    stopClock();
    core.saver.close();
    listeners.clear();
  });
}

function coreOf(
  plan: FormPlan,
  texts: Texts,
  { draft, ports, ...options }: SessionOptions,
  notify: Core['notify'],
): Core {
  const zone = ports.operator?.timeZone ?? 'Europe/Paris';
  const today = dayIn(ports.clock.now(), zone);
  const progress = progressOf(draft);
  const model = createModel(plan, progress, { today, filing: today });
  return {
    plan,
    texts,
    zone,
    ports,
    progress,
    model,
    notify,
    planHash: options.planHash,
    textsHash: options.textsHash,
    textsHashes: { ...options.textsHashes, [texts.lang]: options.textsHash },
    readOnly: options.readOnly ?? false,
    profile: options.profile ?? options.filed?.profile ?? ports.operator?.profile ?? 'third-party',
    walk: walkerOf(plan.flow, (guard) => evaluate(guard, model.scope) === 'true'),
    saver: saverOf(ports.drafts, ports.later, () => notify(new Set(['@save']))),
    uploads: createUploads(),
    pages: [],
    homes: new Map(),
    at: draft.at ?? '',
    isReturning: false,
    raws: new Map(),
    displayed: new Set(),
    server: new Map(),
    attempted: undefined,
    confirmed: undefined,
    mayContinue: false,
    hasTriedFiling: false,
    filed: options.filed,
    filedVersion: options.filedVersion,
    filing: undefined,
    midnight: new Date(endOfDay(today, zone)).getTime(),
  };
}

/** Every state once; from then on only what changes reads. Opens where the person was, if they can still be there. */
function compute(core: Core): void {
  for (const pattern of core.plan.activity)
    if (!pattern.includes('*')) core.model.scope.activity(pattern);
  for (const pointer of allFields(core.model)) fieldState(core.model, pointer);
  for (const pointer of allGroups(core.model)) groupState(core.model, pointer);
  rewalk(core);
  if (!core.readOnly && !isReachable(core, core.at)) core.at = frontier(core).id;
}

/** Days pass while a page stays open: at midnight what reads `today` is computed anew. */
function watchMidnight(core: Core): () => void {
  const { later, clock } = core.ports;
  if (!later) return () => undefined;
  let cancel: () => void = () => undefined;
  const wait = (): void => {
    // A timer longer than this overflows in browsers.
    const ms = Math.min(core.midnight - clock.now().getTime() + 1, 2_147_000_000);
    cancel = later(() => {
      core.notify(act(core, () => undefined));
      wait();
    }, ms);
  };
  wait();
  return () => cancel();
}
