import { judgeFees } from '../../judge/fees.js';
import type { Core } from '../core.js';
import type { FeeView } from '../views.js';
import { own, word } from '../words.js';

/** What is due, and what may be added: only what is certain is counted. */
export function showFees(core: Core): FeeView {
  const lines = judgeFees(core.model).map(({ name, cents, due, source }) => ({
    name,
    label: word(core, own(core.texts.fees, name)) || name,
    cents,
    certain: due === 'true',
    source: own(core.plan.sources, source)?.title ?? source,
  }));
  const certain = lines.filter((line) => line.certain);
  return { total: certain.reduce((sum, { cents }) => sum + cents, 0), lines };
}
