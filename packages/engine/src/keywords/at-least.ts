import { truth } from '../verdict.js';
import type { Keyword } from './keyword.js';

/** `atLeast`: a number that reaches a dated value; unknown when no value is in force on the day of filing. */
export const atLeast: Keyword = (value, name, { scope }) => {
  if (typeof value !== 'number') return undefined;
  const amount = scope.amount(String(name));
  return amount === undefined ? 'unknown' : truth(value >= amount);
};
