import type { Plan } from '@guichet/procedure';
import { accepts } from '../accepts.js';
import { elapse } from '../due.js';
import type { DossierEvent } from '../events.js';
import { applyEvent } from '../fold.js';
import { clockChanges } from '../records/clock-changes.js';
import type { DossierState } from '../state.js';
import type { Command, Refusal } from './command.js';
import type { CommandContext, EventDraft } from './context.js';
import { decideEvents } from './decide-events.js';
import { mayDo } from './policy.js';

/** Events to append in this order, all or none, and the state they lead to. */
export interface Handled {
  readonly events: readonly DossierEvent[];
  readonly state: DossierState;
}

/**
 * Decides a command (rules.md B2): clocks that are due come first, then policy, then whether the dossier accepts it.
 *
 * The caller holds the dossier's lock and appends the events given. What depends on time or on answers is computed
 * here, once, and written into the events. Refusals are codes, never thrown. Throws what `foldDossier` throws.
 */
export function handleCommand(
  plan: Plan,
  state: DossierState,
  command: Command,
  context: CommandContext,
): Handled | Refusal {
  const elapsed = elapse(plan, state, context.now);
  if (!mayDo(context.by, command, elapsed.state, context.profile)) return { refused: 'not-allowed' };
  const decided = decideEvents({ plan, state: elapsed.state, context }, command);
  if ('refused' in decided) return decided;
  return append(plan, elapsed, decided, context);
}

function append(
  plan: Plan,
  before: Handled,
  drafts: readonly EventDraft[],
  context: CommandContext,
): Handled | Refusal {
  let { state } = before;
  const events = [...before.events];
  for (const draft of drafts) {
    if (!accepts(plan, state, draft.type, draft.body)) return { refused: 'not-accepted-now' };
    const event = complete(plan, state, draft, context);
    events.push(event);
    state = applyEvent(plan, state, event, () => context.newer?.plan);
  }
  return { events, state };
}

/** Adds sequence, times, author, and what the event does to the clocks. */
function complete(
  plan: Plan,
  state: DossierState,
  draft: EventDraft,
  context: CommandContext,
): DossierEvent {
  const now = context.now.toISOString();
  const zone = state.version === 0 ? context.zone : state.zone;
  const verdicts = context.judgement?.clocks;
  const moment = {
    type: draft.type,
    at: draft.effectiveAt ?? now,
    body: draft.body,
    zone,
    ...(verdicts && { verdicts }),
  };
  const clocks = draft.body.clocks ?? clockChanges(plan, state, moment);
  return {
    seq: state.seq + 1,
    type: draft.type,
    occurredAt: now,
    recordedAt: now,
    ...(draft.effectiveAt && { effectiveAt: draft.effectiveAt }),
    by: context.by,
    body: { ...draft.body, ...(clocks.length > 0 && { clocks }) },
  };
}
