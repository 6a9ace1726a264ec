import type { FormPlan } from '@guichet/procedure';
import { computeValue } from '../compute/compute-value.js';
import { gapsOf } from '../rows/gaps-of.js';
import type { Content } from './content.js';
import { bareModel, type Days, type Model } from './model.js';

/** An empty model of any plan: states are computed when asked for, then kept. */
export function createModel(plan: FormPlan, content: Content, days: Days): Model {
  return bareModel(plan, content, days, { computeValue, gapsOf });
}
