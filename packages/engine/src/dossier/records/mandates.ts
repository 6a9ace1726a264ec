import type { Scope } from '@guichet/procedure';
import type { DossierEvent } from '../events.js';
import type { MandateRecord } from '../state.js';

/** The mandates after an event; each is revoked once, and none comes back. */
export function foldMandates(
  mandates: readonly MandateRecord[],
  event: DossierEvent,
): readonly MandateRecord[] {
  const { body } = event;
  if (event.type === 'MANDATE_REVOKED')
    return mandates.map((mandate) =>
      mandate.n === body.n ? { ...mandate, state: 'revoked' } : mandate,
    );
  if (event.type !== 'MANDATE_GIVEN') return mandates;
  const until = body['until'];
  const given: MandateRecord = {
    n: body.n ?? mandates.length + 1,
    at: event.occurredAt,
    to: body.to ?? '',
    scopes: (body['scopes'] as readonly Scope[] | undefined) ?? [],
    ...(typeof until === 'string' && { until }),
    state: 'active',
  };
  return [...mandates, given];
}

/** Mandates that hold on a day: neither revoked nor past their last day. */
export function heldMandates(
  mandates: readonly MandateRecord[],
  today: string,
): readonly MandateRecord[] {
  return mandates.filter(
    ({ state, until }) => state === 'active' && (until === undefined || until >= today),
  );
}
