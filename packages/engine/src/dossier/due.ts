import type { Plan } from '@guichet/procedure';
import { accepts } from './accepts.js';
import { clockChanges } from './records/clock-changes.js';
import { clockRule } from './records/clock-rules.js';
import type { DossierEvent, EventBody, EventType } from './events.js';
import { applyEvent } from './fold.js';
import type { ClockRecord, DossierState } from './state.js';
import { dayIn } from '@guichet/procedure';

/** What time alone has brought: the events to record, in order of their due, and the state they lead to. */
export interface Elapsed {
  readonly events: readonly DossierEvent[];
  readonly state: DossierState;
}

/**
 * Clocks whose delay is over at an instant, as the events that say so (rules.md B8).
 *
 * A reader folds them without writing them; a command or the queue writes the same ones. `occurredAt` is the due,
 * `recordedAt` is `at`: all else is equal whoever comes first, and `(clock, n)` never comes twice.
 */
export function elapse(plan: Plan, state: DossierState, at: Date): Elapsed {
  const events: DossierEvent[] = [];
  const ended = new Set<string>();
  let now = state;
  for (let clock = nextDue(now, at); clock; clock = nextDue(now, at)) {
    // A clock of no length that its own end starts again would end for ever: once an instant is enough.
    if (ended.size === ended.add(`${clock.name} ${clock.due}`).size) break;
    for (const event of endOf(plan, now, clock, at)) {
      events.push(event);
      now = applyEvent(plan, now, event);
    }
  }
  return { events, state: now };
}

/** The events of {@link elapse} alone. */
export function dueClocks(plan: Plan, state: DossierState, at: Date): readonly DossierEvent[] {
  return elapse(plan, state, at).events;
}

/** The instant at which {@link dueClocks} will next have something to say, if nothing else happens. */
export function nextDueAt(state: DossierState): string | undefined {
  return state.clocks
    .filter((clock) => runsOut(clock, state.zone))
    .flatMap((clock) => clock.due ?? [])
    .sort()[0];
}

function nextDue(state: DossierState, at: Date): ClockRecord | undefined {
  const limit = at.toISOString();
  const over = state.clocks.filter(
    (clock) => runsOut(clock, state.zone) && (clock.due ?? '') <= limit,
  );
  return over.sort(byDue)[0];
}

/** A suspended clock does not end, unless its last day was over when the suspension began. */
function runsOut(clock: ClockRecord, zone: string): boolean {
  if (clock.due === undefined) return false;
  if (clock.state === 'running') return true;
  return clock.state === 'suspended' && dayIn(clock.due, zone) < (clock.suspendedSince ?? '');
}

function byDue(a: ClockRecord, b: ClockRecord): number {
  const [left, right] = [`${a.due} ${a.name}`, `${b.due} ${b.name}`];
  if (left === right) return a.n - b.n;
  return left < right ? -1 : 1;
}

/**
 * `CLOCK_ENDED`, then what the procedure appends. A state that does not accept that event keeps its dossier usable:
 * the end says what it could not append, and the monitoring list shows it.
 */
function endOf(
  plan: Plan,
  state: DossierState,
  clock: ClockRecord,
  at: Date,
): readonly DossierEvent[] {
  const due = clock.due ?? at.toISOString();
  const appends = clockRule(plan, clock.name)?.thenAppends as EventType | undefined;
  const end = { clock: clock.name, n: clock.n, due };
  const first = clockEvent(plan, state, 'CLOCK_ENDED', due, at, end);
  if (appends === undefined) return [first];
  const after = applyEvent(plan, state, first);
  if (!accepts(plan, after, appends)) {
    return [{ ...first, body: { ...first.body, notAppended: appends } }];
  }
  return [first, clockEvent(plan, after, appends, due, at, { clock: clock.name, n: clock.n })];
}

function clockEvent(
  plan: Plan,
  state: DossierState,
  type: EventType,
  due: string,
  at: Date,
  body: EventBody,
): DossierEvent {
  const changes = clockChanges(plan, state, { type, at: due, body, zone: state.zone });
  return {
    seq: state.seq + 1,
    type,
    occurredAt: due,
    recordedAt: at.toISOString(),
    by: { as: 'clock' },
    body: { ...body, ...(changes.length > 0 && { clocks: changes }) },
  };
}
