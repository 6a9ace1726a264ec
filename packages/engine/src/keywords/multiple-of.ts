import { truth } from '../verdict.js';
import type { Keyword } from './keyword.js';

/**
 * `multipleOf`, to nine decimals of the quotient, as the second voice does (rules.md A6): 0.3 is a multiple of 0.1.
 * Where the quotient is too large for a number, the remainder tells.
 */
export const multipleOf: Keyword = (value, step) => {
  if (typeof value !== 'number') return undefined;
  const quotient = value / Number(step);
  if (!Number.isFinite(quotient)) return truth(value % Number(step) === 0);
  return truth(!(Math.abs(Math.round(quotient) - quotient) > 1e-9));
};
