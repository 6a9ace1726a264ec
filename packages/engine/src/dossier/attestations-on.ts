import type { Plan } from '@guichet/procedure';
import type { EventType } from './events.js';

/**
 * Kinds of attestation owed on an event. A kind that names the event itself wins; a transmission with none of its own
 * is attested as the filing it counts for (design.md §4.8).
 */
export function attestationsOn(plan: Plan, type: EventType): readonly string[] {
  const naming = (event: string) =>
    Object.entries(plan.attestations)
      .filter(([, rule]) => rule.on?.includes(event))
      .map(([kind]) => kind);
  const own = naming(type);
  return own.length === 0 && type === 'TRANSMITTED' ? naming('FILED') : own;
}
