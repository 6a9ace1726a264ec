import type { Place } from '../../read/workspace.js';
import {
  type ComputeScope,
  type ReadCompute,
  refuseCompute,
  type ValueType,
} from './compute-scope.js';
import { takes } from './type-of-answer.js';

const names: Readonly<Record<ValueType, string>> = {
  integer: 'a whole number',
  number: 'a number',
  day: 'a day',
  'partial-date': 'a date',
  text: 'a text',
  'yes-no': 'yes or no',
  list: 'a list',
  'nothing-known': 'a value',
};

/** The computation, when its value is what is wanted there; reports `bad-compute` when it is not. */
export function wanted(
  scope: ComputeScope,
  type: ValueType,
  read: ReadCompute | undefined,
  at: Place,
): ReadCompute | undefined {
  if (!read || takes(type, read.type)) return read;
  return refuseCompute(
    scope,
    at,
    `This gives ${names[read.type]}, where ${names[type]} is needed.`,
  );
}
