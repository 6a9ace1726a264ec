import type { DraftChange } from '../draft.js';
import type { DraftPort, Ports, Saved } from '../ports.js';

/** Appends changes to the draft log, in order, losing none. */
export interface Saver {
  readonly state: () => 'nothing-yet' | 'saving' | 'saved' | 'nowhere';
  readonly saved: () => Saved | undefined;
  push(change: DraftChange): void;
  /** What was made here and is not among the first `logged` changes that the log holds of this page, in order. */
  unlogged(logged: number): readonly DraftChange[];
  close(): void;
}

/** Wait before trying again where an append failed, ms. */
const retryAfter = 2_000;

/** Changes remembered after they were sent: a log read while one was written may not hold it yet. */
const remembered = 64;

/**
 * The first change goes at once; those made while it is on its way go together after
 * it. Of several waiting changes to one answer in a row only the last is sent. A
 * failed append is tried again, with what came since behind it.
 */
export function saverOf(port: DraftPort, later: Ports['later'], onChange: () => void): Saver {
  let waiting: DraftChange[] = [];
  const sentOff = rememberSent();
  let isSending = false;
  let hasFailed = false;
  let saved: Saved | undefined;

  const settle = (result: Saved | undefined, sent: readonly DraftChange[]): void => {
    isSending = false;
    hasFailed = result === undefined;
    if (result) saved = result;
    else waiting = [...sentOff.takeBack(sent), ...waiting];
    if (!hasFailed) send();
    else later?.(send, retryAfter);
    onChange();
  };
  const send = (): void => {
    if (isSending || waiting.length === 0) return;
    const sent = waiting;
    waiting = [];
    sentOff.add(sent);
    isSending = true;
    port.append(sent).then(
      (result) => settle(result, sent),
      () => settle(undefined, sent),
    );
  };
  const stop = port.onSaved((truth) => {
    saved = truth;
    onChange();
  });
  return {
    saved: () => saved,
    state: () => {
      if (hasFailed) return 'nowhere';
      if (isSending || waiting.length > 0) return 'saving';
      if (!saved) return 'nothing-yet';
      return saved.device || saved.service ? 'saved' : 'nowhere';
    },
    push: (change) => {
      const last = waiting.at(-1);
      if (last && overwrites(change, last)) waiting.pop();
      waiting.push(change);
      send();
    },
    unlogged: (logged) => [...sentOff.after(logged), ...waiting],
    close: stop,
  };
}

/** The last changes sent, numbered from the first of all. */
function rememberSent() {
  let recent: readonly DraftChange[] = [];
  let count = 0;
  return {
    add(sent: readonly DraftChange[]): void {
      recent = [...recent.slice(-remembered), ...sent];
      count += sent.length;
    },
    takeBack(sent: readonly DraftChange[]): readonly DraftChange[] {
      recent = recent.slice(0, recent.length - sent.length);
      count -= sent.length;
      return sent;
    },
    after: (n: number) => recent.slice(Math.max(0, recent.length - count + n)),
  };
}

function overwrites(change: DraftChange, last: DraftChange): boolean {
  const isAnswer = (one: DraftChange) => one.op === 'set' || one.op === 'unset';
  return (
    isAnswer(change) &&
    isAnswer(last) &&
    'pointer' in change &&
    'pointer' in last &&
    change.pointer === last.pointer
  );
}
