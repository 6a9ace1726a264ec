import {
  addDuration,
  dayIn,
  endOfDay,
  isDuration,
  piecePlanOf,
  type Day,
} from '@guichet/procedure';
import { completeAfterRequest } from '../records/requests.js';
import type { Command } from './command.js';
import type { Decision, Desk } from './context.js';

/** A notice nobody consulted counts as received after fifteen days. @see CRPA R. 112-20 */
const noticeDelay = 'P15D';

/** `request-pieces`: a dated request names the pieces and the delay (rules.md B6); the texts are those of the pieces. */
export function requestPieces(
  desk: Desk,
  command: Command & { readonly do: 'request-pieces' },
): Decision {
  const { plan, state, context } = desk;
  const strange = command.pieces.find((piece) => !piecePlanOf(plan.pieces, piece));
  if (command.pieces.length === 0 || strange !== undefined)
    return { refused: 'piece-unknown', ...(strange && { detail: strange }) };
  if (!isDuration(command.within) || command.within.startsWith('-'))
    return { refused: 'delay-missing' };
  const complete = completeAfterRequest(plan, state.complete, command.pieces);
  const sources = [...new Set(command.pieces.flatMap((piece) => piecePlanOf(plan.pieces, piece)?.source ?? []))];
  const due = endOfDay(addDuration(dayIn(context.now, state.zone), command.within), state.zone);
  const body = { pieces: command.pieces, due, sources, ...(complete && { complete }) };
  return [
    {
      type: 'PIECES_REQUESTED',
      body: { ...body, ...(command.reason && { reason: command.reason }) },
    },
  ];
}

/** `close`: a reason, a notice proved delivered, its delay over and that of every open request (R10). */
export function close(desk: Desk, command: Command & { readonly do: 'close' }): Decision {
  if (!command.reason.trim()) return { refused: 'reasons-missing' };
  const { proof } = command;
  if (!proof?.kind || !proof.deliveredAt || Number.isNaN(Date.parse(proof.deliveredAt)))
    return { refused: 'proof-missing' };
  const after = closableAfter(desk, proof.deliveredAt);
  if (dayIn(desk.context.now, desk.state.zone) <= after)
    return { refused: 'closing-too-early', detail: after };
  return [{ type: 'CLOSED', body: { reason: command.reason, proof } }];
}

/** Last day on which closing is still refused. */
function closableAfter({ state }: Desk, deliveredAt: string): Day {
  const notice = addDuration(dayIn(deliveredAt, state.zone), noticeDelay);
  const open = state.requests.filter(
    (request) => request.open.length > 0 && request.due !== undefined,
  );
  return open
    .map((request) => dayIn(request.due ?? deliveredAt, state.zone))
    .reduce((a, b) => (a > b ? a : b), notice);
}

/** `correct-clock`: late news gives a clock another due, under a new number so that `(clock, n)` ends once (rules.md B9). */
export function correctClock(
  desk: Desk,
  command: Command & { readonly do: 'correct-clock' },
): Decision {
  const { state } = desk;
  const clock = state.clocks.find((each) => each.name === command.clock && each.n === command.n);
  const due = new Date(command.due);
  if (!clock?.startedAt || !clock.runFor || Number.isNaN(due.getTime()))
    return { refused: 'clock-unknown' };
  if (!command.reason.trim()) return { refused: 'reasons-missing' };
  const n =
    Math.max(...state.clocks.filter((each) => each.name === clock.name).map((each) => each.n)) + 1;
  const { name, startedAt, runFor, spent } = clock;
  const isLive = clock.state === 'running' || clock.state === 'suspended';
  const stop = isLive ? [{ do: 'stop' as const, name, n: clock.n }] : [];
  const start = {
    do: 'start' as const,
    name,
    n,
    startedAt,
    runFor,
    due: due.toISOString(),
    spentDays: spent,
  };
  const body = {
    clock: name,
    n: clock.n,
    due: due.toISOString(),
    reason: command.reason,
    clocks: [...stop, start],
  };
  return [{ type: 'CLOCK_CORRECTED', body }];
}
