import { readMoment } from '../../conditions/read-condition.js';
import { isObject, type Json } from '../../read/shapes.js';
import type { Moment } from '../../types/condition.js';
import type { Compute, Span } from '../../types/compute.js';
import { absoluteMoment } from './absolute.js';
import { type ComputeScope, type ReadCompute, refuseCompute } from './compute-scope.js';
import { typeOfAnswer } from './type-of-answer.js';

/** Whole units from one moment to another. */
export function readSpan(scope: ComputeScope, value: Json): ReadCompute | undefined {
  const [key = ''] = Object.keys(value).filter((name) => name !== '//');
  const span = value[key];
  const at = scope.workspace.placeOf(value, key);
  if (!isObject(span) || Object.keys(span).some((name) => !['from', 'to', '//'].includes(name))) {
    return refuseCompute(scope, at, `"${key}" goes "from" one moment "to" another.`);
  }
  const [from, to] = [readDay(scope, span, 'from'), readDay(scope, span, 'to')];
  if (!from || !to) return undefined;
  return { compute: { [key]: { from, to } satisfies Span } as unknown as Compute, type: 'integer' };
}

/** A day counted from another. */
export function readMomentOf(scope: ComputeScope, value: Json): ReadCompute | undefined {
  const moment = readDay(scope, value, 'moment');
  return moment && { compute: { moment }, type: 'day' };
}

/** A moment counted from a date, from today or from the day of filing. */
function readDay(scope: ComputeScope, holder: Json, key: string): Moment | undefined {
  const place = scope.workspace.placeOf(holder, key);
  const moment = readMoment(scope.workspace, holder[key], scope, place);
  if (!moment) return undefined;
  const made = absoluteMoment(moment, scope);
  const field = scope.fields?.[made.from];
  const type = field && typeOfAnswer(field.schema);
  if (made.from.startsWith('event:')) {
    return refuseCompute(scope, place, 'Nothing has happened yet while the answers are given.');
  }
  if (type === undefined || type === 'day' || type === 'partial-date') return made;
  return refuseCompute(scope, place, `"${made.from}" is not a date.`);
}
