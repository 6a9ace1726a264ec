import { piecePlanOf, type Plan, type Verdict } from '@guichet/procedure';
import type { DossierEvent } from '../events.js';
import type { RequestRecord } from '../state.js';

/** Whether any request would still be open once these pieces are supplied. */
export function openAfterSupply(
  requests: readonly RequestRecord[],
  supplied: readonly string[],
): boolean {
  return requests.some((request) => request.open.some((piece) => !supplied.includes(piece)));
}

/** Pieces asked for and not supplied yet, each once. */
export function openPieces(requests: readonly RequestRecord[]): readonly string[] {
  return [...new Set(requests.flatMap((request) => request.open))];
}

/** The requests after an event. */
export function foldRequests(
  requests: readonly RequestRecord[],
  event: DossierEvent,
): readonly RequestRecord[] {
  const pieces = event.body.pieces ?? [];
  if (event.type === 'PIECES_REQUESTED') {
    const { due } = event.body;
    return [
      ...requests,
      {
        n: requests.length + 1,
        state: 'open',
        at: event.occurredAt,
        pieces,
        open: pieces,
        ...(due && { due }),
      },
    ];
  }
  if (event.type !== 'PIECES_SUPPLIED') return requests;
  return requests.map((request) => {
    const open = request.open.filter((piece) => !pieces.includes(piece));
    return { ...request, open, state: open.length === 0 ? 'supplied' : 'open' };
  });
}

/** A request may name one instance of a piece, of a row or of a value. */
function isNeeded(plan: Plan, piece: string): boolean {
  return piecePlanOf(plan.pieces, piece)?.needed === 'examination';
}

/**
 * Completeness once pieces are asked for: false only if one of them is needed for examination (rules.md B6),
 * else as it was.
 */
export function completeAfterRequest(
  plan: Plan,
  complete: Verdict | undefined,
  pieces: readonly string[],
): Verdict | undefined {
  return pieces.some((piece) => isNeeded(plan, piece)) ? 'false' : complete;
}

/** Completeness once pieces are supplied: true from that day, without an officer's act, when none needed is still open. */
export function completeAfterSupply(
  plan: Plan,
  requests: readonly RequestRecord[],
  complete: Verdict | undefined,
  pieces: readonly string[],
): Verdict | undefined {
  const open = openPieces(requests).filter((piece) => !pieces.includes(piece));
  const waits = open.some((piece) => isNeeded(plan, piece));
  const asked = openPieces(requests).some((piece) => isNeeded(plan, piece));
  return asked && !waits ? 'true' : complete;
}
