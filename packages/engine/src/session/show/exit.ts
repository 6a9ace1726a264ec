import type { Pointer } from '@guichet/procedure';
import { patternOf } from '@guichet/procedure';
import type { Page } from '../../flow/pages.js';
import { hasGroup } from '../../model/shape.js';
import { isShown, visibilityOf } from '../../model/visibility.js';
import type { Core } from '../core.js';
import type { StepView } from '../views.js';
import { own, word } from '../words.js';

/** What an exit says, and the answers that can go along: those that are asked today and answered, rows as objects. */
export function showExit(core: Core, { plan }: Page): StepView['exit'] {
  const { exit } = plan;
  if (!exit) return undefined;
  const carried = exit.carry.flatMap((pointer): [Pointer, unknown][] => {
    const value = valueAt(core, pointer);
    return value === undefined ? [] : [[pointer, value]];
  });
  return {
    say: word(core, own(core.texts.says, exit.say)),
    procedure: exit.procedure,
    carried: Object.fromEntries(carried),
  };
}

function valueAt(core: Core, pointer: Pointer): unknown {
  if (!isShown(visibilityOf(core.model, pointer))) return undefined;
  if (!hasGroup(core.plan, patternOf(pointer, core.plan.groups)))
    return core.progress.answers.get(pointer);
  return core.progress.rows.get(pointer)?.map((row) => rowAt(core, `${pointer}/${row}`));
}

/** What was answered in a row, by its pointer within the row; rows inside it as objects again. */
function rowAt(core: Core, row: Pointer): Readonly<Record<Pointer, unknown>> {
  const within = `${row}/`;
  const { answers, rows } = core.progress;
  const inside = [...answers.keys(), ...rows.keys()].filter(
    (pointer) => pointer.startsWith(within) && !isDeeper(core, pointer, row),
  );
  return Object.fromEntries(
    inside.flatMap((pointer) => {
      const value = valueAt(core, pointer);
      return value === undefined ? [] : [[pointer.slice(row.length), value]];
    }),
  );
}

/** Whether a pointer is in a row of a group that is itself inside `row`. */
function isDeeper(core: Core, pointer: Pointer, row: Pointer): boolean {
  return [...core.progress.rows.keys()].some(
    (group) => group.startsWith(`${row}/`) && pointer.startsWith(`${group}/`),
  );
}
