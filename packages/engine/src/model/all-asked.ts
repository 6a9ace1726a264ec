import type { FormPlan, Pointer } from '@guichet/procedure';
import { askedOrder } from './asked-order.js';
import { withRows } from './instances.js';
import type { Model } from './model.js';

const orders = new WeakMap<FormPlan, readonly Pointer[]>();

/** Every concrete field and group as the pages ask them: a group, then its rows one after another. */
export function allAsked(model: Model): readonly Pointer[] {
  return orderOf(model.plan).flatMap((pattern) => withRows(model, pattern, pattern));
}

/** Worked out once for a plan: a page that only asks never needs it. */
function orderOf(plan: FormPlan): readonly Pointer[] {
  let order = orders.get(plan);
  if (!order) orders.set(plan, (order = askedOrder(plan)));
  return order;
}
