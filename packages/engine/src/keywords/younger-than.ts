import type { Duration } from '@guichet/procedure';
import { intervalOf, shift } from '../interpreter/interval.js';
import type { Keyword } from './keyword.js';

/** `youngerThan`: on the day of filing, the duration since this day is not over yet; who turns 18 that day is not younger than `P18Y`. */
export const youngerThan: Keyword = (value, age, { scope }) => {
  const days = intervalOf(value);
  if (!days) return undefined;
  const birthday = shift(days, age as Duration);
  if (birthday.earliest > scope.filing) return 'true';
  return birthday.latest <= scope.filing ? 'false' : 'unknown';
};
