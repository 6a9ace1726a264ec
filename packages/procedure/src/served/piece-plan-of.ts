import { splitPieceName } from '../pointers/piece-name.js';
import type { PiecePlan } from '../types/facts.js';

/**
 * The plan of a piece that can be given, by name. Undefined for a name of no piece, for a piece asked once that
 * names an instance, and for one asked for each row that names none: it would not say which paper it is.
 */
export function piecePlanOf(
  pieces: Readonly<Record<string, PiecePlan>>,
  name: string,
): PiecePlan | undefined {
  const { base, instance } = splitPieceName(name);
  const plan = Object.hasOwn(pieces, base) ? pieces[base] : undefined;
  return (plan?.each === undefined) === (instance === undefined) ? plan : undefined;
}
