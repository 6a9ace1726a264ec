import type { DossierEvent } from '@guichet/engine';
import { attestationsOn } from '@guichet/engine/dossier';
import type { Plan } from '@guichet/procedure';

/** Whatever files or amends is attested (R1), even where a procedure names no kind for it. */
const always: Readonly<Partial<Record<DossierEvent['type'], string>>> = {
  FILED: 'filing',
  PREPARED: 'preparation',
  TRANSMITTED: 'transmission',
  AMENDED: 'amendment',
  AMENDMENT_PROPOSED: 'amendment',
  PIECES_SUPPLIED: 'amendment',
};

/**
 * The kinds of attestation that an event owes the person, keys of `texts.attestations`, the one to answer first;
 * none for most events. The procedure's own table decides.
 */
export function attestedAs(plan: Plan, { type, body }: DossierEvent): readonly string[] {
  const declared = declaredFor(plan, type);
  if (declared.length > 0) return declared;
  const makesVersion = type === 'PROPOSAL_ANSWERED' && body.version !== undefined;
  const kind = makesVersion ? 'amendment' : always[type];
  return kind === undefined ? [] : [kind];
}

/** A preparation is never attested as the filing it is not (design.md §4.8), whatever a procedure names. */
function declaredFor(plan: Plan, type: DossierEvent['type']): readonly string[] {
  const kinds = attestationsOn(plan, type);
  const ofFiling = type === 'PREPARED' ? attestationsOn(plan, 'FILED') : [];
  return kinds.filter((kind) => !ofFiling.includes(kind));
}

/** The last event among these that owes one. */
export function eventToAttest(
  plan: Plan,
  events: readonly DossierEvent[],
): DossierEvent | undefined {
  return events.findLast((event) => attestedAs(plan, event).length > 0);
}
