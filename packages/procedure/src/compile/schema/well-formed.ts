import { isDuration } from '../../calendar/duration.js';
import { isDay } from '../../calendar/is-day.js';
import { isObject, itemsOf } from '../../read/shapes.js';
import { longestPattern } from './longest-pattern.js';
import type { Schema } from './schema.js';

type Check = (value: unknown) => boolean;

const isNumber: Check = (value) => typeof value === 'number';
const isCount: Check = (value) => Number.isInteger(value) && Number(value) >= 0;
const isList: Check = (value) => itemsOf(value).length > 0;
const isText: Check = (value) => typeof value === 'string';

/** What the value of a keyword has to be, so that it can be run. */
const checks: Readonly<Record<string, Check>> = {
  type: isType,
  enum: isList,
  minimum: isNumber,
  maximum: isNumber,
  exclusiveMinimum: isNumber,
  exclusiveMaximum: isNumber,
  multipleOf: (value) => isNumber(value) && Number(value) > 0,
  minLength: isCount,
  maxLength: isCount,
  minItems: isCount,
  maxItems: isCount,
  uniqueItems: (value) => typeof value === 'boolean',
  pattern: isPattern,
  format: isText,
  notBefore: isMoment,
  notAfter: isMoment,
  youngerThan: isDuration,
  olderThan: isDuration,
  contains: isObject,
  not: isObject,
  items: isObject,
  allOf: isList,
  anyOf: isList,
};

/**
 * Assertions that can be run: those whose value is of the wrong kind are left out, at any depth, and named to
 * `refused`, so that a mistake of an author is reported once and never breaks what follows.
 */
export function wellFormed(schema: Schema, refused: (keyword: string) => void): Schema {
  const made: Schema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (checks[keyword]?.(value) === false) refused(keyword);
    else made[keyword] = inside(keyword, value, refused);
  }
  return made;
}

function inside(keyword: string, value: unknown, refused: (keyword: string) => void): unknown {
  if (keyword === 'allOf' || keyword === 'anyOf') {
    return itemsOf(value).map((item) =>
      isObject(item) ? wellFormed(item as Schema, refused) : {},
    );
  }
  const isSchema = keyword === 'not' || keyword === 'contains' || keyword === 'items';
  return isSchema && isObject(value) ? wellFormed(value as Schema, refused) : value;
}

const types: readonly unknown[] = [
  'string',
  'number',
  'integer',
  'boolean',
  'array',
  'object',
  'null',
];

function isType(value: unknown): boolean {
  const names = Array.isArray(value) ? itemsOf(value) : [value];
  const isKnown = names.length > 0 && names.every((name) => types.includes(name));
  return isKnown && new Set(names).size === names.length;
}

function isMoment(value: unknown): boolean {
  if (isDay(value)) return true;
  if (!isObject(value) || typeof value['from'] !== 'string') return false;
  return value['add'] === undefined || isDuration(value['add']);
}

function isPattern(value: unknown): boolean {
  try {
    if (typeof value !== 'string' || value.length > longestPattern) return false;
    new RegExp(value, 'u');
    return true;
  } catch {
    return false;
  }
}
