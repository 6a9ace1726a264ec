import type { LeafSchema, Plan, Pointer } from '@guichet/procedure';
import { joinPointer, parsePointer } from '@guichet/procedure';
import type { Mark, Version } from '../../draft.js';
import { instancesOf } from '../../model/instances.js';
import type { Chance } from './chance.js';
import { hostileValue, valueFor } from './value.js';

const standIns = ['unknown', 'awaited', 'refusedToSay', 'taken', 'verified'] as const;

/**
 * A version as somebody could send it: right answers, nearly right ones, of the wrong kind, hostile, absent, marked,
 * parked in branches that are not active, under names that the plan does not know.
 *
 * `care` is how many answers out of a hundred are meant well.
 */
export function generateVersion(
  chance: Chance,
  plan: Plan,
  care = chance.pick([98, 90, 60]),
): Version {
  const answers: Nested = {};
  const rows = rowsFor(chance, plan);
  const content = { answers: new Map(), rows, marks: new Map(), pieces: new Map() };
  for (const [group, ids] of rows)
    place(
      answers,
      rows,
      group,
      ids.map((id) => ({ _row: id })),
    );
  const marks: [Pointer, Mark][] = [];
  const absent = chance.pick([2, 15, 40]);
  for (const [pattern, { schema }] of Object.entries(plan.fields))
    for (const pointer of instancesOf(content, pattern)) {
      const mark = chance.is(8) ? chance.pick(standIns) : undefined;
      if (mark) marks.push([pointer, { is: mark, at: '' }]);
      if (chance.is(absent)) continue;
      place(
        answers,
        rows,
        pointer,
        chance.is(care) ? valueFor(chance, schema as LeafSchema) : hostileValue(chance),
      );
    }
  for (const group of rows.keys()) if (chance.is(5)) marks.push([group, { is: 'unknown', at: '' }]);
  if (chance.is(5))
    place(answers, rows, joinPointer([chance.pick(strangers)]), hostileValue(chance));
  return { answers, marks: Object.fromEntries(marks), pieces: {} };
}

type Nested = Record<string, unknown>;

/** Names that no plan defines. */
const strangers = ['nobody', '__proto__', 'constructor', 'valueOf', '', '_row', '*'];

/** Row ids by group, outer groups first; some groups are never visited, some visited and empty. */
function rowsFor(chance: Chance, plan: Plan): Map<Pointer, readonly string[]> {
  const rows = new Map<Pointer, readonly string[]>();
  const content = { answers: new Map(), rows, marks: new Map(), pieces: new Map() };
  let count = 0;
  for (const pattern of Object.keys(plan.groups))
    for (const group of instancesOf(content, pattern)) {
      if (chance.is(20)) continue;
      const ids = Array.from({ length: chance.between(0, 3) }, () => `r${++count}`);
      rows.set(group, ids);
    }
  return rows;
}

function place(
  root: Nested,
  rows: ReadonlyMap<Pointer, readonly string[]>,
  pointer: Pointer,
  value: unknown,
): void {
  const segments = parsePointer(pointer);
  const last = segments.pop() ?? '';
  let at = root;
  let path = '';
  for (const segment of segments) {
    const ids = rows.get(path);
    path += joinPointer([segment]);
    at = stepInto(at, ids ? String(ids.indexOf(segment)) : segment);
  }
  define(at, last, value);
}

function stepInto(at: Nested, name: string): Nested {
  if (!Object.hasOwn(at, name)) define(at, name, {});
  return at[name] as Nested;
}

/** `__proto__` is a name like any other in JSON. */
function define(at: Nested, name: string, value: unknown): void {
  Object.defineProperty(at, name, { value, enumerable: true, configurable: true, writable: true });
}
