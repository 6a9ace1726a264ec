import { checkFormat } from '@guichet/procedure';
import { truth } from '../verdict.js';
import type { Keyword } from './keyword.js';

/** `format`: one of the closed list, the same functions as the second voice. */
export const format: Keyword = (value, name) =>
  typeof value === 'string' ? truth(checkFormat(String(name), value)) : undefined;
