import { evaluate } from '../interpreter/evaluate.js';
import { momentOf } from '../interpreter/interval.js';
import type { Judgement } from '../judgement.js';
import { amountOn, type Model } from '../model/model.js';

/**
 * The fees that are due or may be: their amount is the one in force on their own day,
 * today where that day is not known. An unknown condition is "may be added", never counted.
 */
export function judgeFees(model: Model): Judgement['fees'] {
  return model.plan.fees.flatMap(({ name, cents, asOf, when, source }) => {
    const due = when ? evaluate(when, model.scope) : 'true';
    const day = (asOf && momentOf(asOf, model.scope)?.earliest) ?? model.days.today;
    const amount = amountOn(model.plan, cents, day);
    return due === 'false' || amount === undefined ? [] : [{ name, cents: amount, due, source }];
  });
}
