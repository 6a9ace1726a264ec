import { truth } from '../verdict.js';
import type { Keyword } from './keyword.js';
import { sameJson } from './same-json.js';

/** `const`: this JSON value and no other. */
export const constant: Keyword = (value, only) => truth(sameJson(value, only));
