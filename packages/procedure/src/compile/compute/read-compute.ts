import { readCondition } from '../../conditions/read-condition.js';
import { didYouMean } from '../../read/did-you-mean.js';
import { isObject, itemsOf, type Json } from '../../read/shapes.js';
import type { Place } from '../../read/workspace.js';
import type { Compute } from '../../types/compute.js';
import { absoluteCondition } from './absolute.js';
import {
  type ComputeScope,
  pointerIn,
  type ReadCompute,
  refuseCompute,
  valueIn,
  type ValueType,
} from './compute-scope.js';
import { readMomentOf, readSpan } from './read-days.js';
import { takes, typeOfAnswer } from './type-of-answer.js';
import { wanted } from './wanted.js';

type Reader = (scope: ComputeScope, value: Json, at: Place) => ReadCompute | undefined;

/** Operation → the members that may stand beside it. */
const besides: Readonly<Record<string, readonly string[]>> = {
  at: [],
  value: [],
  sum: [],
  product: [],
  difference: [],
  quotient: ['round'],
  least: [],
  greatest: [],
  sumOver: ['of', 'where'],
  countOf: ['where'],
  wholeDays: [],
  wholeMonths: [],
  wholeYears: [],
  moment: [],
  if: ['then', 'else'],
};

/** How deep one computation may stand in another. */
const deepest = 20;

/**
 * Reads a computation that an author wrote: its members, pointers, names and types. What cannot be read is
 * reported, as `bad-compute` or by what it names, and is `undefined`. `./` pointers come back absolute, those
 * of rows with `*`.
 */
export function readCompute(
  scope: ComputeScope,
  value: unknown,
  at: Place,
  depth = 0,
): ReadCompute | undefined {
  if (typeof value === 'number') return numberOf(scope, value, at);
  if (depth > deepest) return refuseCompute(scope, at, 'This is nested too deep to be read.');
  if (!isObject(value)) {
    return refuseCompute(scope, at, 'A computation is a number or an object.');
  }
  const names = Object.keys(value).filter((name) => name !== '//');
  const found = names.filter((name) => Object.hasOwn(besides, name));
  const [operation] = found;
  if (operation === undefined) return refuseUnknown(scope, value, names, at);
  const allowed = [operation, ...(besides[operation] ?? [])];
  const stray = names.find((name) => !allowed.includes(name));
  if (stray !== undefined) {
    const place = scope.workspace.placeOfKey(value, stray);
    const hint = didYouMean(stray, allowed);
    return refuseCompute(scope, place, `"${stray}" means nothing beside "${operation}".${hint}`);
  }
  return readers(depth + 1)[operation]?.(scope, value, at);
}

function refuseUnknown(
  scope: ComputeScope,
  value: Json,
  names: readonly string[],
  at: Place,
): undefined {
  const [first] = names;
  if (first === undefined) return refuseCompute(scope, at, 'This computes nothing.');
  const place = scope.workspace.placeOfKey(value, first);
  const hint = didYouMean(first, Object.keys(besides));
  return refuseCompute(scope, place, `There is no operation "${first}".${hint}`);
}

function numberOf(scope: ComputeScope, value: number, at: Place): ReadCompute | undefined {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER || !Number.isFinite(value)) {
    return refuseCompute(scope, at, 'This number is too large to be computed with exactly.');
  }
  return { compute: value, type: Number.isInteger(value) ? 'integer' : 'number' };
}

function readers(depth: number): Readonly<Record<string, Reader>> {
  const numbers: Reader = (scope, value) => readNumbers(scope, value, depth);
  const span: Reader = (scope, value) => readSpan(scope, value);
  return {
    at: readAt,
    value: readValue,
    sum: numbers,
    product: numbers,
    least: numbers,
    greatest: numbers,
    difference: numbers,
    quotient: (scope, value, at) => readQuotient(scope, value, at, depth),
    sumOver: (scope, value) => readSumOver(scope, value, depth),
    countOf: (scope, value) => readCountOf(scope, value),
    wholeDays: span,
    wholeMonths: span,
    wholeYears: span,
    moment: readMomentOf,
    if: (scope, value) => readChoice(scope, value, depth),
  };
}

const readAt: Reader = (scope, value) => {
  const pointer = pointerIn(scope, value['at'], scope.workspace.placeOf(value, 'at'));
  if (pointer === undefined) return undefined;
  const field = scope.fields?.[pointer];
  if (field) return { compute: { at: pointer }, type: typeOfAnswer(field.schema) };
  const place = scope.workspace.placeOf(value, 'at');
  return refuseCompute(
    scope,
    place,
    `"${pointer}" is a list of rows: "countOf" counts them, "sumOver" adds them.`,
  );
};

const readValue: Reader = (scope, value) => {
  const name = valueIn(scope, value['value'], scope.workspace.placeOf(value, 'value'));
  if (name === undefined) return undefined;
  return { compute: { value: name }, type: scope.wholeValues.has(name) ? 'integer' : 'number' };
};

/** A list of computations, each a number; `difference` and `quotient` have two. */
function readParts(
  scope: ComputeScope,
  value: Json,
  key: string,
  depth: number,
): { readonly parts: readonly Compute[]; readonly type: ValueType } | undefined {
  const listed = itemsOf(value[key]);
  const place = scope.workspace.placeOf(value, key);
  const isPair = key === 'difference' || key === 'quotient';
  if (listed.length === 0 || (isPair && listed.length !== 2)) {
    return refuseCompute(
      scope,
      place,
      `"${key}" lists ${isPair ? 'two numbers' : 'one number at least'}.`,
    );
  }
  const read = listed.map((part, index) => {
    const at = scope.workspace.placeOf(value[key], String(index));
    return wanted(scope, 'number', readCompute(scope, part, at, depth), at);
  });
  const known = read.filter((part) => part !== undefined);
  if (known.length < read.length) return undefined;
  const isWhole = known.every(({ type }) => type !== 'number');
  return { parts: known.map(({ compute }) => compute), type: isWhole ? 'integer' : 'number' };
}

function readNumbers(scope: ComputeScope, value: Json, depth: number): ReadCompute | undefined {
  const [key = ''] = Object.keys(value).filter((name) => name !== '//');
  const read = readParts(scope, value, key, depth);
  return read && { compute: { [key]: read.parts } as unknown as Compute, type: read.type };
}

const roundings: readonly unknown[] = ['down', 'up', 'half-up'];

function readQuotient(
  scope: ComputeScope,
  value: Json,
  at: Place,
  depth: number,
): ReadCompute | undefined {
  const read = readParts(scope, value, 'quotient', depth);
  const round = value['round'];
  if (!roundings.includes(round)) {
    return refuseCompute(
      scope,
      at,
      'A quotient says how it is rounded: "round" is "down", "up" or "half-up".',
    );
  }
  if (!read) return undefined;
  if (read.parts[1] === 0) return refuseCompute(scope, at, 'Nothing can be divided by zero.');
  return { compute: { quotient: read.parts, round } as unknown as Compute, type: 'integer' };
}

function readSumOver(scope: ComputeScope, value: Json, depth: number): ReadCompute | undefined {
  const inside = readGroup(scope, value, 'sumOver');
  if (!inside) return undefined;
  const at = scope.workspace.placeOf(value, 'of');
  if (value['of'] === undefined) {
    return refuseCompute(scope, at, '"sumOver" says what is added for each row: "of".');
  }
  const of = wanted(scope, 'number', readCompute(inside.scope, value['of'], at, depth), at);
  const where = readWhere(inside.scope, value);
  if (!of || where === 'refused') return undefined;
  const compute = { sumOver: inside.group, of: of.compute, ...where } as Compute;
  return { compute, type: of.type };
}

function readCountOf(scope: ComputeScope, value: Json): ReadCompute | undefined {
  const inside = readGroup(scope, value, 'countOf');
  const where = inside && readWhere(inside.scope, value);
  if (!inside || !where || where === 'refused') return undefined;
  return { compute: { countOf: inside.group, ...where } as Compute, type: 'integer' };
}

/** The group that is gone through, and the scope of its rows. */
function readGroup(scope: ComputeScope, value: Json, key: 'sumOver' | 'countOf') {
  const place = scope.workspace.placeOf(value, key);
  const group = pointerIn(scope, value[key], place);
  if (group === undefined) return undefined;
  if (scope.nodes.get(group)?.is === 'group') {
    return { group, scope: { ...scope, row: `${group}/*` } };
  }
  return refuseCompute(scope, place, `"${group}" has no rows.`);
}

function readWhere(scope: ComputeScope, value: Json): object | 'refused' {
  if (value['where'] === undefined) return {};
  const at = scope.workspace.placeOf(value, 'where');
  const where = readCondition(scope.workspace, value['where'], scope, at);
  return where ? { where: absoluteCondition(where, scope) } : 'refused';
}

function readChoice(scope: ComputeScope, value: Json, depth: number): ReadCompute | undefined {
  const place = (key: string) => scope.workspace.placeOf(value, key);
  const condition = readCondition(scope.workspace, value['if'], scope, place('if'));
  const then = readCompute(scope, value['then'], place('then'), depth);
  const otherwise = readCompute(scope, value['else'], place('else'), depth);
  if (!condition || !then || !otherwise) return undefined;
  const type = takes(then.type, otherwise.type) ? then.type : otherwise.type;
  if (!wanted(scope, type, then, place('then'))) return undefined;
  if (!wanted(scope, type, otherwise, place('else'))) return undefined;
  const made = {
    if: absoluteCondition(condition, scope),
    then: then.compute,
    else: otherwise.compute,
  };
  return { compute: made, type };
}
