import { truth } from '../verdict.js';
import type { Keyword } from './keyword.js';

const compiled = new Map<string, RegExp>();

/** `pattern`: `check` holds patterns to a linear-safe subset, so a text of bounded length takes bounded time. */
export const pattern: Keyword = (value, source) => {
  if (typeof value !== 'string') return undefined;
  const key = String(source);
  let expression = compiled.get(key);
  if (!expression) compiled.set(key, (expression = new RegExp(key, 'u')));
  return truth(expression.test(value));
};
