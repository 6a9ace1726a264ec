import { truth } from '../verdict.js';
import type { Keyword } from './keyword.js';
import { sameJson } from './same-json.js';

/** `enum`: one of these JSON values. */
export const oneOf: Keyword = (value, values) =>
  truth((values as readonly unknown[]).some((one) => sameJson(value, one)));
