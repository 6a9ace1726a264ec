import type { Change, ChangeSet } from '../draft.js';
import { EngineError } from '../errors.js';

/**
 * The change set that takes another back: applied after it, it gives the version that was, but for containers
 * without an answer. `n` is the version that the given one made. Pure.
 *
 * Throws `change-not-invertible` for a removed row that does not say what it held.
 */
export function invertChanges({ base, changes }: ChangeSet, n = base + 1): ChangeSet {
  return { base: n, changes: changes.toReversed().map(invert) };
}

function invert(change: Change): Change {
  const { op, pointer, from, to, row } = change;
  const turned = {
    pointer,
    ...(to === undefined ? {} : { from: to }),
    ...(from === undefined ? {} : { to: from }),
    ...(row === undefined ? {} : { row }),
  };
  switch (op) {
    case 'set':
      return { op: from === undefined ? 'unset' : 'set', ...turned };
    case 'mark':
      return { op: from === undefined ? 'unmark' : 'mark', ...turned };
    case 'unset':
      return { op: 'set', ...turned };
    case 'unmark':
      return { op: 'mark', ...turned };
    case 'row-add':
      return { op: 'row-remove', ...turned, row: row ?? { answers: {}, marks: {} } };
    case 'row-remove':
      if (row === undefined || from === undefined)
        throw new EngineError('change-not-invertible', { pointer });
      return { op: 'row-add', ...turned };
    default:
      return { op, ...turned };
  }
}
