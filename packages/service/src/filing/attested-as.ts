import type { DossierEvent } from '@guichet/engine';
import type { Plan } from '@guichet/procedure';

/** Whatever files or amends is attested (R1), whether a procedure says so or not. */
const always: Readonly<Partial<Record<DossierEvent['type'], string>>> = {
  FILED: 'filing',
  PREPARED: 'preparation',
  TRANSMITTED: 'transmission',
  AMENDED: 'amendment',
  AMENDMENT_PROPOSED: 'amendment',
  PIECES_SUPPLIED: 'amendment',
};

/** The kind of attestation that an event owes the person, a key of `texts.attestations`; none for most events. */
export function attestedAs(plan: Plan, { type, body }: DossierEvent): string | undefined {
  if (type === 'PROPOSAL_ANSWERED') return body.version === undefined ? undefined : 'amendment';
  const declared = Object.entries(plan.attestations).find(([, { on }]) => on?.includes(type));
  return always[type] ?? declared?.[0];
}

/** The last event among these that owes one. */
export function eventToAttest(
  plan: Plan,
  events: readonly DossierEvent[],
): DossierEvent | undefined {
  return events.findLast((event) => attestedAs(plan, event) !== undefined);
}
