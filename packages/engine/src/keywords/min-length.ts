import { truth } from '../verdict.js';
import { codePoints } from './code-points.js';
import type { Keyword } from './keyword.js';

/** `minLength`, in code points. */
export const minLength: Keyword = (value, limit) =>
  typeof value === 'string' ? truth(codePoints(value) >= Number(limit)) : undefined;
