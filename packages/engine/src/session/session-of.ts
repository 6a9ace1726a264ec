import { answer, leave, mark } from './acts/answer.js';
import { amend, file, fileOn, markRest } from './acts/file.js';
import { back, goTo, next } from './acts/navigate.js';
import { attach, choosePieceKind, detach, markPiece } from './acts/pieces.js';
import { receive } from './acts/receive.js';
import { addRow, moveRow, removeRow } from './acts/rows.js';
import type { Core } from './core.js';
import { showFees } from './show/fees.js';
import { showField } from './show/field.js';
import { showGroup } from './show/group.js';
import { showPiece } from './show/piece.js';
import { showPrivacy } from './show/privacy.js';
import { showReview } from './show/review.js';
import { showSave } from './show/save.js';
import { showStep, showSteps, showSummary } from './show/step.js';
import { showWindow } from './show/window.js';
import type { Session } from './views.js';
import { own, say } from './words.js';

type Listener = (changed: ReadonlySet<string>) => void;

/** The public face of a core: every act tells subscribers what it changed. @internal */
export function sessionOf(core: Core, listeners: Set<Listener>, close: () => void): Session {
  return {
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
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close,
  };
}

function setTexts(core: Core, texts: Core['texts']): ReadonlySet<string> {
  core.texts = texts;
  core.textsHash = own(core.textsHashes, texts.lang) ?? '';
  return new Set(['@language']);
}

function factsOf({ plan, planHash, ports, profile, readOnly }: Core) {
  return {
    procedure: { id: plan.id, version: plan.version, planHash },
    profile,
    readOnly,
    canSend: ports.service !== undefined,
  };
}

function viewsOf(core: Core) {
  return {
    step: () => showStep(core),
    steps: () => showSteps(core),
    field: (pointer) => showField(core, pointer),
    group: (pointer) => showGroup(core, pointer),
    piece: (name) => showPiece(core, name),
    review: () => showReview(core),
    window: () => showWindow(core),
    fees: () => showFees(core),
    privacy: () => showPrivacy(core),
    save: () => showSave(core),
    summary: () => showSummary(core),
    say: (key, params) => say(core, key, params),
    today: () => core.model.days.today,
  } satisfies Partial<Session>;
}

function actsOf(core: Core) {
  const told = <T extends readonly unknown[]>(
    run: (core: Core, ...args: T) => ReadonlySet<string>,
  ): ((...args: T) => ReadonlySet<string>) => {
    return (...args) => {
      const changed = run(core, ...args);
      if (changed.size > 0) core.notify(changed);
      return changed;
    };
  };
  return {
    answer: told(answer),
    mark: told(mark),
    leave: told(leave),
    addRow: told(addRow),
    removeRow: told(removeRow),
    moveRow: told(moveRow),
    next: told(next),
    back: told(back),
    goTo: told(goTo),
    attach: told(attach),
    detach: told(detach),
    choosePieceKind: told(choosePieceKind),
    markPiece: told(markPiece),
    markRest: told(markRest),
    file: () => file(core),
    amend: (reason: string) => amend(core, reason),
    receive: told(receive),
    fileOn: (day: string | null) => fileOn(core, day),
    setTexts: told(setTexts),
  } satisfies Partial<Session>;
}
