import { truth } from '../verdict.js';
import type { Keyword } from './keyword.js';
import { sameJson } from './same-json.js';

/** `uniqueItems`: no value twice. */
export const uniqueItems: Keyword = (value, wanted) =>
  Array.isArray(value) && wanted === true
    ? truth(!value.some((one, i) => value.slice(0, i).some((other) => sameJson(one, other))))
    : undefined;
