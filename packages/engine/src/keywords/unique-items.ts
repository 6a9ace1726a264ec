import { truth } from '../verdict.js';
import type { Keyword } from './keyword.js';

/** `uniqueItems`: no value twice. One look at each: a list of a hundred thousand must not freeze a page. */
export const uniqueItems: Keyword = (value, wanted) =>
  Array.isArray(value) && wanted === true
    ? truth(new Set(value.map(keyOf)).size === value.length)
    : undefined;

/** A text that is the same for equal JSON values, whatever the order of their members. */
function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
