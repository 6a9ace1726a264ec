import { type CarriedAnswers, carriedAnswers } from '../../links/carried-answers.js';
import type { Core } from '../core.js';
import { currentPage } from '../path.js';

/** The answers that the exit being shown lets go along to the other procedure; none on another page. */
export function showCarried(core: Core): CarriedAnswers {
  const carry = currentPage(core).plan.exit?.carry ?? [];
  const same = Object.fromEntries(carry.map((pointer) => [pointer, pointer]));
  return carriedAnswers(core.model, same, core.ports.clock.now().toISOString());
}
