import type { Verdict } from '@guichet/procedure';
import { evaluate } from '../interpreter/evaluate.js';
import { momentOf } from '../interpreter/interval.js';
import type { Model } from './model.js';

/**
 * Whether a party is asked on the day of filing. Their place ends only on a day that is known to have passed:
 * unknown removes no right (rules.md A7).
 */
export function partyAsked(model: Model, name: string): Verdict {
  const { parties = {} } = model.plan;
  const party = Object.hasOwn(parties, name) ? parties[name] : undefined;
  if (!party) return 'false';
  const last = party.until && momentOf(party.until, model.scope)?.latest;
  if (last !== undefined && model.days.filing > last) return 'false';
  return evaluate(party.when, model.scope);
}

/**
 * The party who is asked for something in the holder's place; undefined when the holder is. While it is not
 * known whether the party is asked, nobody is burdened: `isOpen` then says so.
 */
export function askedOfParty(
  model: Model,
  by: string | undefined,
): { readonly by: string | undefined; readonly isOpen: boolean } {
  if (by === undefined) return nobody;
  const asked = partyAsked(model, by);
  return { by: asked === 'true' ? by : undefined, isOpen: asked === 'unknown' };
}

const nobody = { by: undefined, isOpen: false } as const;
