import type { Duration } from '@guichet/procedure';
import { intervalOf, shift } from '../interpreter/interval.js';
import type { Keyword } from './keyword.js';

/** `olderThan`: on the day of filing, more than the duration has passed since this day; who turns 18 that day is not older than `P18Y`. */
export const olderThan: Keyword = (value, age, { scope }) => {
  const days = intervalOf(value);
  if (!days) return undefined;
  const birthday = shift(days, age as Duration);
  if (birthday.latest < scope.filing) return 'true';
  return birthday.earliest >= scope.filing ? 'false' : 'unknown';
};
