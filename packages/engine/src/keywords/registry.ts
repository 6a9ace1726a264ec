import { allOf } from './all-of.js';
import { anyOf } from './any-of.js';
import { atLeast } from './at-least.js';
import { below } from './below.js';
import { constant } from './const.js';
import { contains } from './contains.js';
import { oneOf } from './enum.js';
import { exclusiveMaximum } from './exclusive-maximum.js';
import { exclusiveMinimum } from './exclusive-minimum.js';
import { format } from './format.js';
import { items } from './items.js';
import type { Keyword } from './keyword.js';
import { maxItems } from './max-items.js';
import { maxLength } from './max-length.js';
import { maximum } from './maximum.js';
import { minItems } from './min-items.js';
import { minLength } from './min-length.js';
import { minimum } from './minimum.js';
import { multipleOf } from './multiple-of.js';
import { not } from './not.js';
import { notAfter } from './not-after.js';
import { notBefore } from './not-before.js';
import { olderThan } from './older-than.js';
import { pattern } from './pattern.js';
import { type } from './type.js';
import { uniqueItems } from './unique-items.js';
import { youngerThan } from './younger-than.js';

/**
 * The closed vocabulary, in the order in which one issue is chosen among several:
 * required, then type > format > pattern > range.
 */
export const keywords: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ['type', type],
  ['enum', oneOf],
  ['const', constant],
  ['format', format],
  ['pattern', pattern],
  ['maxLength', maxLength],
  ['minLength', minLength],
  ['maxItems', maxItems],
  ['minItems', minItems],
  ['uniqueItems', uniqueItems],
  ['maximum', maximum],
  ['exclusiveMaximum', exclusiveMaximum],
  ['minimum', minimum],
  ['exclusiveMinimum', exclusiveMinimum],
  ['multipleOf', multipleOf],
  ['notAfter', notAfter],
  ['notBefore', notBefore],
  ['youngerThan', youngerThan],
  ['olderThan', olderThan],
  ['below', below],
  ['atLeast', atLeast],
  ['contains', contains],
  ['items', items],
  ['allOf', allOf],
  ['anyOf', anyOf],
  ['not', not],
]);

const ranks = new Map(['required', ...keywords.keys()].map((name, rank) => [name, rank]));

/** Place of a code in that order; unknown codes come last. */
export const rankOf = (code: string): number => ranks.get(code) ?? ranks.size;
