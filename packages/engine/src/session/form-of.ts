import type { Pointer } from '@guichet/procedure';
import { answer, leave, mark } from './acts/answer.js';
import { doubt } from './acts/doubt.js';
import { back, goTo, next } from './acts/navigate.js';
import { addRow, moveRow, removeRow } from './acts/rows.js';
import type { Core } from './core.js';
import { showField } from './show/field.js';
import { showGroup } from './show/group.js';
import { showPrivacy } from './show/privacy.js';
import { showSave } from './show/save.js';
import { showStep, showSteps, showSummary } from './show/step.js';
import { showWindow } from './show/window.js';
import { told } from './told.js';
import type { ClosingActs, FormSession, Session } from './views.js';
import { own, say } from './words.js';

type Listener = (changed: ReadonlySet<string>) => void;

/** Brings the module that closes an interview. @internal */
export type LoadClosing = () => Promise<{ readonly closingOf: (core: Core) => ClosingActs }>;

/** The public face of a core: every act tells subscribers what it changed. @internal */
export function formOf(
  core: Core,
  listeners: Set<Listener>,
  load: LoadClosing,
  close: () => void,
): FormSession {
  const session: FormSession = {
    ...factsOf(core),
    ...viewsOf(core),
    ...actsOf(core),
    // A spread would freeze these.
    get texts() {
      return core.texts;
    },
    get filed() {
      return core.filed;
    },
    isWhole: (): this is Session => 'file' in session,
    whole: once(async () => {
      if (session.isWhole()) return session;
      const { closingOf } = await load();
      return Object.assign(session, closingOf(core));
    }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close,
  };
  return session;
}

/** Runs once for all who ask, and again for who asks after a failure. */
function once<T>(run: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= run().catch((error: unknown) => {
      running = undefined;
      throw error;
    });
    return running;
  };
}

function setTexts(core: Core, texts: Core['texts']): ReadonlySet<string> {
  core.texts = texts;
  core.textsHash = own(core.textsHashes, texts.lang) ?? '';
  return new Set(['@language']);
}

function factsOf({ plan, planHash, ports, profile, readOnly, news }: Core) {
  return {
    ...(news && { news }),
    procedure: { id: plan.id, version: plan.version, planHash },
    profile,
    readOnly,
    canSend: ports.service !== undefined && plan.guide !== true,
    ...(plan.guide && { guide: plan.guide }),
  };
}

function viewsOf(core: Core) {
  return {
    step: () => showStep(core),
    steps: () => showSteps(core),
    field: (pointer) => showField(core, pointer),
    group: (pointer) => showGroup(core, pointer),
    window: () => showWindow(core),
    ...(core.plan.privacy.purpose && { privacy: () => showPrivacy(core) }),
    save: () => showSave(core),
    summary: () => showSummary(core),
    say: (key, params) => say(core, key, params),
    today: () => core.model.days.today,
  } satisfies Partial<FormSession>;
}

function actsOf(core: Core) {
  return {
    answer: told(core, answer),
    mark: told(core, mark),
    leave: told(core, (_, pointer: Pointer) => {
      const changed = leave(core, pointer);
      doubt(core, pointer);
      return changed;
    }),
    addRow: told(core, addRow),
    removeRow: told(core, removeRow),
    moveRow: told(core, moveRow),
    next: told(core, next),
    back: told(core, back),
    goTo: told(core, goTo),
    setTexts: told(core, setTexts),
  } satisfies Partial<FormSession>;
}
