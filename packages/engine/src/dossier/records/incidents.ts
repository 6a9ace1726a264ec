import type { DossierEvent } from '../events.js';
import type { IncidentRecord } from '../state.js';

/**
 * The incidents after an event. With a proof the impossibility is ascertained; what is then asked for, and done, is
 * about the incident named, else about the last one that is still open.
 *
 * @see CESEDA R. 431-2 al. 3
 */
export function foldIncidents(
  incidents: readonly IncidentRecord[],
  event: DossierEvent,
): readonly IncidentRecord[] {
  const { n, proof } = event.body;
  switch (event.type) {
    case 'INCIDENT_RECORDED':
      return [
        ...incidents,
        {
          n: n ?? incidents.length + 1,
          at: event.effectiveAt ?? event.occurredAt,
          state: proof ? 'proved' : 'open',
        },
      ];
    case 'SUBSTITUTION_REQUESTED':
      return put(incidents, n, 'substitution-requested');
    case 'REGISTERED_AT_COUNTER':
      return put(incidents, n, 'registered');
    default:
      return incidents;
  }
}

function put(
  incidents: readonly IncidentRecord[],
  n: number | undefined,
  state: IncidentRecord['state'],
): readonly IncidentRecord[] {
  const about = n ?? incidents.findLast((incident) => incident.state !== 'registered')?.n;
  return incidents.map((incident) =>
    incident.n === about && incident.state !== 'registered' ? { ...incident, state } : incident,
  );
}
