import { truth } from '../verdict.js';
import type { Keyword } from './keyword.js';

/** `type`: JSON Schema's names; an integer is a number without fraction. */
export const type: Keyword = (value, names) =>
  truth((Array.isArray(names) ? names : [names]).some((name) => isOf(value, name)));

function isOf(value: unknown, name: unknown): boolean {
  if (name === 'integer') return Number.isInteger(value);
  if (name === 'number') return Number.isFinite(value);
  if (name === 'array') return Array.isArray(value);
  if (name === 'null') return value === null;
  if (name === 'object')
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === name;
}
