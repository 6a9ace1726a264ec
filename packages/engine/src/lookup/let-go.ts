import type { LookupPlan, Pointer } from '@guichet/procedure';
import { bind } from '../interpreter/bind.js';
import { sameJson } from '../keywords/same-json.js';
import type { Act } from '../session/act.js';
import type { Core } from '../session/core.js';

/**
 * What was taken with a text that a person has changed since no longer goes with it. Called while the
 * text is being answered. @internal
 */
export function letGo(core: Core, now: Act, pointer: Pointer, lookup: LookupPlan): void {
  for (const pattern of Object.values(lookup.fills)) {
    const target = bind(pattern, pointer);
    if (target === undefined || target === pointer || !isTaken(core, target, lookup)) continue;
    putAnswer(core, now, target, undefined);
  }
}

/** Whether an answer came from a list. @internal */
export function isTaken({ progress }: Core, pointer: Pointer, { list }: LookupPlan): boolean {
  const mark = progress.marks.get(pointer);
  return mark?.is === 'taken' && mark.from === list;
}

/** Records an answer that nobody typed, and shows it as it is read. @internal */
export function putAnswer(core: Core, now: Act, pointer: Pointer, value: unknown): void {
  const isSame = sameJson(core.progress.answers.get(pointer), value);
  if (core.server.delete(pointer)) now.changed.add('@summary').add('@steps');
  if (core.raws.delete(pointer)) now.changed.add(pointer);
  core.model.unreadable.delete(pointer);
  if (isSame && value !== undefined) return;
  now.changed.add(pointer);
  now.record(
    value === undefined ? { op: 'unset', pointer } : { op: 'set', pointer, value },
    pointer,
  );
}
