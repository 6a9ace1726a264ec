import { truth } from '../verdict.js';
import type { Keyword } from './keyword.js';

/** `below`: a number under a dated value; unknown when no value is in force on the day of filing. */
export const below: Keyword = (value, name, { scope }) => {
  if (typeof value !== 'number') return undefined;
  const amount = scope.amount(String(name));
  return amount === undefined ? 'unknown' : truth(value < amount);
};
