import type { Handled, Refusal } from '@guichet/engine/dossier';
import { WireProblem } from '../wire-problem.js';

/** What a command decided, or its refusal as a problem under the same code. */
export function orRefuse<Result extends Handled | object>(result: Result | Refusal): Result {
  if (!('refused' in result)) return result;
  const { refused, detail } = result as Refusal;
  throw new WireProblem(refused, detail === undefined ? {} : { detail });
}
