import type { Core } from '../core.js';
import { factWord, own } from '../words.js';

/** The words of a piece of advice by its number in the plan. */
export function adviceText(core: Core, n: number): string {
  const key = core.plan.advice[n]?.say ?? '';
  return factWord(core, own(core.texts.advice, key)) || key;
}
