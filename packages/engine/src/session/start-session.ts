import type { FormPlan, Texts } from '@guichet/procedure';
import { dayIn, endOfDay } from '@guichet/procedure';
import { progressOf } from '../draft/fold-draft.js';
import { EngineError } from '../errors.js';
import { walkerOf } from '../flow/walk-flow.js';
import { evaluate } from '../interpreter/evaluate.js';
import { fieldState } from '../model/field-state.js';
import { groupState } from '../model/group-state.js';
import { allFields, allGroups } from '../model/instances.js';
import { bareModel } from '../model/model.js';
import { act } from './act.js';
import type { Core } from './core.js';
import { formOf, type LoadClosing } from './form-of.js';
import { emptyHistory } from './history.js';
import { frontier, isReachable, rewalk } from './path.js';
import { saverOf } from './saver.js';
import type { SessionExtras } from './session-extras.js';
import type { SessionOptions } from './session-options.js';
import { createUploads } from './uploads.js';
import type { FormSession } from './views.js';

/** A session that shows and answers pages, beside all that it holds. */
export interface Started {
  readonly core: Core;
  readonly session: FormSession;
}

/** What is loaded apart from what every page needs. */
export interface Brought {
  /** Brings what closes the interview. */
  readonly load: LoadClosing;
  /** What only some plans use; needed if this one does (`needsExtras`). */
  readonly extras: SessionExtras | undefined;
}

/**
 * Walks the flow with the draft's answers and computes the first view. Throws `plan-format-unknown`. @internal
 */
export function startSession(
  plan: FormPlan,
  texts: Texts,
  options: SessionOptions,
  { load, extras }: Brought,
): Started {
  if (plan.format !== 1)
    throw new EngineError('plan-format-unknown', { found: String(plan.format) });
  const listeners = new Set<(changed: ReadonlySet<string>) => void>();
  const core = coreOf(plan, texts, { ...options, extras }, (changed) => {
    for (const listener of listeners) listener(changed);
  });
  compute(core);
  const stopClock = watchMidnight(core);
  const session = formOf(core, listeners, load, () => {
    core.isClosed = true;
    stopClock();
    core.saver.close();
    listeners.clear();
  });
  return { core, session };
}

function coreOf(
  plan: FormPlan,
  texts: Texts,
  { draft, ports, extras, ...options }: SessionOptions & Pick<Brought, 'extras'>,
  notify: Core['notify'],
): Core {
  const zone = ports.operator?.timeZone ?? 'Europe/Paris';
  const today = dayIn(ports.clock.now(), zone);
  const progress = progressOf(draft);
  const model = bareModel(plan, progress, { today, filing: today }, extras);
  return {
    plan,
    extras,
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
    news: options.news,
    profile: options.profile ?? options.filed?.profile ?? ports.operator?.profile ?? 'third-party',
    walk: walkerOf(plan, (guard) => evaluate(guard, model.scope) === 'true'),
    saver: saverOf(ports.drafts, ports.later, () => notify(new Set(['@save']))),
    uploads: createUploads(),
    history: emptyHistory(),
    pages: [],
    homes: undefined,
    at: draft.at ?? '',
    isReturning: false,
    raws: new Map(),
    displayed: new Set(),
    server: new Map(),
    doubts: new Map(),
    attempted: undefined,
    confirmed: undefined,
    mayContinue: false,
    hasTriedFiling: false,
    filed: options.filed,
    filedVersion: options.filedVersion,
    filing: undefined,
    isClosed: false,
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
