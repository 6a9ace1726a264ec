import type { FormPlan } from '@guichet/procedure';
import { patternOf, splitPieceName } from '@guichet/procedure';
import type { Change, ChangeSet } from '../draft.js';
import { EngineError } from '../errors.js';
import { hasField, hasGroup } from '../model/shape.js';
import { pieceIn } from './change-writer.js';

/**
 * Holds a change set that came from outside to a plan, before it is applied: each change names a field, a group, a
 * row or a piece of the procedure, and does to it what can be done. What it would change, only `applyChanges` knows.
 *
 * Throws `unknown-pointer`, `unknown-piece`, `change-malformed`.
 */
export function checkChanges(plan: FormPlan, { changes }: ChangeSet): void {
  for (const change of changes) checkChange(plan, change);
}

function checkChange(plan: FormPlan, change: Change): void {
  const { op, pointer } = change;
  if (op === 'piece') return checkPiece(plan, change);
  if (!pointer.startsWith('/') || pointer.includes('*')) refuse('unknown-pointer', change);
  const pattern = patternOf(pointer, plan.groups);
  if (op === 'row-add' || op === 'row-remove' || op === 'row-move') {
    if (!pattern.endsWith('/*'))
      refuse(isKnown(plan, pattern) ? 'change-malformed' : 'unknown-pointer', change);
    return;
  }
  if (pattern.endsWith('/*')) refuse('change-malformed', change);
  if (!isKnown(plan, pattern)) refuse('unknown-pointer', change);
  // Rows come one by one; a group is only looked at, or not.
  const isEmpty = Array.isArray(change.to) && change.to.length === 0;
  if (op === 'set' && hasGroup(plan, pattern) && !isEmpty) refuse('change-malformed', change);
}

function isKnown(plan: FormPlan, pattern: string): boolean {
  return hasField(plan, pattern) || hasGroup(plan, pattern);
}

function checkPiece(plan: FormPlan, change: Change): void {
  const name = pieceIn(change.pointer);
  const isNamed = change.pointer.startsWith('@piece/');
  if (!isNamed || !Object.hasOwn(plan.pieces, splitPieceName(name).base))
    throw new EngineError('unknown-piece', { piece: name });
}

function refuse(code: 'unknown-pointer' | 'change-malformed', { op, pointer }: Change): never {
  throw new EngineError(code, { op, pointer });
}
