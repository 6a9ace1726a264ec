import type { DossierEvent } from '../events.js';
import type { AttestationRecord, ProlongedPeriod } from '../state.js';

/** The attestations after an event. */
export function foldAttestations(
  attestations: readonly AttestationRecord[],
  event: DossierEvent,
): readonly AttestationRecord[] {
  if (event.type !== 'ATTESTATION_ISSUED') return attestations;
  const { attestation = '', kind = '', validFrom, validUntil } = event.body;
  const made: AttestationRecord = {
    id: attestation,
    kind,
    at: event.effectiveAt ?? event.occurredAt,
    ...(validFrom !== undefined && { validFrom }),
    ...(validUntil !== undefined && { validUntil }),
  };
  return [...attestations, made];
}

/** The periods prolonged after an event. */
export function foldProlonged(
  prolonged: readonly ProlongedPeriod[],
  event: DossierEvent,
): readonly ProlongedPeriod[] {
  const { kind, validFrom, validUntil } = event.body;
  if (event.type !== 'PROLONGED' || validFrom === undefined || validUntil === undefined)
    return prolonged;
  return [...prolonged, { kind: kind ?? '', validFrom, validUntil }];
}
