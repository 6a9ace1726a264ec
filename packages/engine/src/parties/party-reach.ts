import type { FormPlan, PartyPlan, Pointer } from '@guichet/procedure';

/** What a party has a hand in: patterns of what they give, and of what they are shown. */
export interface PartyReach {
  readonly party: PartyPlan;
  readonly gives: ReadonlySet<Pointer>;
  /** Never what is confidential, whatever a plan says. */
  readonly sees: ReadonlySet<Pointer>;
}

/** The reach of a party; undefined when the plan has none of that name. */
export function partyReach(plan: FormPlan, name: string): PartyReach | undefined {
  const party = Object.hasOwn(plan.parties, name) ? plan.parties[name] : undefined;
  if (!party) return undefined;
  const given = [...Object.entries(plan.fields), ...Object.entries(plan.groups)]
    .filter(([, { by }]) => by === name)
    .map(([pattern]) => pattern);
  const gives = new Set(given);
  const seen = (party.sees ?? []).filter((pattern) => {
    const isKnown = Object.hasOwn(plan.fields, pattern) || Object.hasOwn(plan.groups, pattern);
    return isKnown && !gives.has(pattern) && plan.fields[pattern]?.confidential !== true;
  });
  return { party, gives, sees: new Set(seen) };
}
