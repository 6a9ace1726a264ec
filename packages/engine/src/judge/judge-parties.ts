import type { Judgement } from '../judgement.js';
import type { Model } from '../model/model.js';
import { partyAsked } from '../model/party.js';

/** Every party of the plan, and whether it is asked. */
export function judgeParties(model: Model): NonNullable<Judgement['parties']> {
  return Object.entries(model.plan.parties).map(([name, party]) => ({
    name,
    as: party.as,
    asked: partyAsked(model, name),
  }));
}
