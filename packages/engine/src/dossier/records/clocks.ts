import type { ClockChange, DossierEvent } from '../events.js';
import type { ClockRecord } from '../state.js';

/** The clock of a name that runs or is suspended; there is one at most. */
export function liveClock(clocks: readonly ClockRecord[], name: string): ClockRecord | undefined {
  return clocks.find(
    (clock) => clock.name === name && (clock.state === 'running' || clock.state === 'suspended'),
  );
}

/** Number of the next clock of a name: `(name, n)` is never used twice. */
export function nextClockNumber(clocks: readonly ClockRecord[], name: string): number {
  const waiting = clocks.find((clock) => clock.name === name && clock.state === 'to-verify');
  if (waiting) return waiting.n;
  return (
    clocks.reduce(
      (highest, clock) => (clock.name === name ? Math.max(highest, clock.n) : highest),
      0,
    ) + 1
  );
}

/** The clocks after an event, by what the event says: nothing is computed here. */
export function foldClocks(
  clocks: readonly ClockRecord[],
  event: DossierEvent,
): readonly ClockRecord[] {
  const ended = event.type === 'CLOCK_ENDED' ? end(clocks, event) : clocks;
  return (event.body.clocks ?? []).reduce(applyChange, ended);
}

function end(clocks: readonly ClockRecord[], event: DossierEvent): readonly ClockRecord[] {
  return replace(clocks, event.body.clock ?? '', event.body.n ?? 0, (clock) => ({
    ...withoutSuspension(clock),
    state: 'ended',
    endedAt: event.occurredAt,
  }));
}

function applyChange(clocks: readonly ClockRecord[], change: ClockChange): readonly ClockRecord[] {
  switch (change.do) {
    case 'start':
      return [...clocks.filter((clock) => !isSame(clock, change.name, change.n)), started(change)];
    case 'verify':
      return [
        ...clocks,
        {
          name: change.name,
          n: nextClockNumber(clocks, change.name),
          state: 'to-verify',
          spent: 0,
        },
      ];
    case 'suspend':
      return replace(clocks, change.name, change.n, (clock) => ({
        ...clock,
        state: 'suspended',
        suspendedSince: change.since,
      }));
    case 'resume':
      return replace(clocks, change.name, change.n, (clock) => resumed(clock, change));
    case 'stop':
      return replace(clocks, change.name, change.n, (clock) => ({ ...clock, state: 'stopped' }));
  }
}

function started(change: ClockChange & { readonly do: 'start' }): ClockRecord {
  const { name, n, startedAt, runFor, due, lastDay } = change;
  return {
    name,
    n,
    state: 'running',
    startedAt,
    runFor,
    spent: change.spentDays ?? 0,
    due,
    ...(lastDay && { lastDay }),
  };
}

function resumed(clock: ClockRecord, change: ClockChange & { readonly do: 'resume' }): ClockRecord {
  const { lastDay: _, ...rest } = withoutSuspension(clock);
  const spent = clock.spent + change.spentDays;
  return {
    ...rest,
    state: 'running',
    spent,
    due: change.due,
    ...(change.lastDay && { lastDay: change.lastDay }),
  };
}

function withoutSuspension(clock: ClockRecord): ClockRecord {
  const { suspendedSince: _, ...rest } = clock;
  return rest;
}

function replace(
  clocks: readonly ClockRecord[],
  name: string,
  n: number,
  change: (clock: ClockRecord) => ClockRecord,
): readonly ClockRecord[] {
  return clocks.map((clock) => (isSame(clock, name, n) ? change(clock) : clock));
}

function isSame(clock: ClockRecord, name: string, n: number): boolean {
  return clock.name === name && clock.n === n;
}
