import { truth } from '../verdict.js';
import { codePoints } from './code-points.js';
import type { Keyword } from './keyword.js';

/** `maxLength`, in code points. */
export const maxLength: Keyword = (value, limit) =>
  typeof value === 'string'
    ? truth(value.length <= Number(limit) || codePoints(value) <= Number(limit))
    : undefined;
