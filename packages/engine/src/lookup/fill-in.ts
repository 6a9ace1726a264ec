import type { FieldPlan, LookupPlan, Pointer } from '@guichet/procedure';
import { bind } from '../interpreter/bind.js';
import { patternIn } from '../model/pattern-in.js';
import type { LookupEntry } from '../ports.js';
import { readAnswer } from '../reading/read-answer.js';
import { act, type Act } from '../session/act.js';
import type { Core } from '../session/core.js';
import { own } from '../session/words.js';
import { isTaken, putAnswer } from './let-go.js';

/**
 * Fills in what an entry answers, in one act, each marked as taken from its list. What the entry does not
 * know is emptied if it came from the same list, since it spoke of another entry; what a person typed stays.
 */
export function fillIn(
  core: Core,
  pointer: Pointer,
  { lookup }: FieldPlan,
  entry: LookupEntry,
): ReadonlySet<string> {
  if (core.readOnly || !lookup) return new Set();
  return act(core, (now) => {
    for (const [name, pattern] of Object.entries(lookup.fills)) {
      const target = bind(pattern, pointer);
      const plan =
        target === undefined ? undefined : own(core.plan.fields, patternIn(core.model, target));
      if (target === undefined || !plan || plan.compute) continue;
      const given = own(entry.values as Readonly<Record<string, unknown>>, name);
      const value = isPlain(given) ? readAnswer(plan, given) : undefined;
      if (value !== undefined) take(core, now, target, value, lookup);
      else if (isTaken(core, target, lookup)) putAnswer(core, now, target, undefined);
    }
  });
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function take(core: Core, now: Act, pointer: Pointer, value: unknown, { list }: LookupPlan): void {
  putAnswer(core, now, pointer, value);
  const mark = { is: 'taken', from: list, at: core.ports.clock.now().toISOString() } as const;
  now.record({ op: 'mark', pointer, mark }, pointer);
  now.changed.add(pointer);
}
