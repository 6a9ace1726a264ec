import { truth } from '../verdict.js';
import type { Keyword } from './keyword.js';

/** `multipleOf`, to nine decimals of the quotient, as the second voice does (rules.md A6): 0.3 is a multiple of 0.1. */
export const multipleOf: Keyword = (value, step) => {
  if (typeof value !== 'number') return undefined;
  const quotient = value / Number(step);
  return truth(Math.abs(Math.round(quotient) - quotient) <= 1e-9);
};
