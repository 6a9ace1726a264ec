import type { Condition, Day, PiecePlan, Verdict } from '@guichet/procedure';
import type { PieceAnswer } from '../draft.js';
import { evaluate } from '../interpreter/evaluate.js';
import type { Scope } from '../interpreter/scope.js';
import type { Judgement } from '../judgement.js';
import type { Model } from '../model/model.js';
import { pieceInstance, pieceInstances, type PieceInstance } from '../model/piece-instances.js';
import { every, some, truth } from '../verdict.js';
import { freshOf } from './fresh.js';

type JudgedPiece = Judgement['pieces'][number];

/** Whether a piece is asked; unknown: it may be asked, optional (rules.md A7). False too for a row that is gone. */
export function askedOf(model: Model, name: string): Verdict {
  const instance = pieceInstance(model, name);
  return instance ? verdictOf(model, instance) : 'false';
}

/** Names of the pieces that are asked or may be, in order. */
export function askedPieces(model: Model): readonly string[] {
  return pieceInstances(model)
    .filter((instance) => verdictOf(model, instance) !== 'false')
    .map(({ name }) => name);
}

/** Every piece of the plan: asked or not, given or not. */
export function judgePieces(model: Model): readonly JudgedPiece[] {
  return pieceInstances(model).map((instance) => {
    const { name, plan } = instance;
    const given = givenOf(model, name);
    const fresh = freshness(model.content.pieces.get(name), plan, model.days.filing);
    return {
      name,
      asked: verdictOf(model, instance),
      needed: plan.needed,
      given,
      ...(given === 'files' && fresh !== undefined ? { fresh } : {}),
    };
  });
}

/** Whether what was given is recent enough on the day of filing; undefined when nothing asks it. */
export function freshness(
  given: PieceAnswer | undefined,
  { freshFor }: PiecePlan,
  filing: Day,
): Verdict | undefined {
  if (freshFor === undefined || !given || !('files' in given)) return undefined;
  return freshOf(given.datedOn, freshFor, filing);
}

/** What stands for a piece; files that were refused do not count. */
export function givenOf(model: Model, name: string): JudgedPiece['given'] {
  const piece = model.content.pieces.get(name);
  if (!piece) return 'nothing';
  if (!('files' in piece)) return piece.is;
  return piece.files.some((file) => file.state !== 'refused') ? 'files' : 'nothing';
}

/** Whether every asked piece needed for examination is there (rules.md B6). */
export function completeOf(pieces: readonly JudgedPiece[]): Verdict {
  const needed = pieces.filter((piece) => piece.needed === 'examination');
  return every(needed, ({ asked, given }) => {
    if (given === 'files' || asked === 'false') return 'true';
    return asked === 'unknown' ? 'unknown' : truth(false);
  });
}

/** Asked for a value when one of its rows asks for it. */
function verdictOf(model: Model, { plan, rows, isOpen }: PieceInstance): Verdict {
  const { asked, each } = plan;
  const inRow = (row: string): Verdict =>
    asked === true ? 'true' : evaluate(asked, model.scope, row);
  if (each === undefined) return inRow('');
  // A row that does not exist yet answers nothing: what is asked elsewhere still decides.
  if (isOpen)
    return asked !== true && elsewhere(model, asked, each) === 'false' ? 'false' : 'unknown';
  return some(rows, (row) => {
    const group = row.slice(0, row.lastIndexOf('/'));
    return every([model.scope.activity(group), inRow(row)], (one) => one);
  });
}

/** A condition on a row of which nothing is known. */
function elsewhere({ scope }: Model, asked: Condition, each: string): Verdict {
  const row = `${each}/-`;
  const isInside = (pointer: string) => pointer.startsWith(row);
  const blank: Scope = {
    ...scope,
    today: scope.today,
    filing: scope.filing,
    activity: (pointer) => (isInside(pointer) ? 'unknown' : scope.activity(pointer)),
    value: (pointer) => (isInside(pointer) ? undefined : scope.value(pointer)),
  };
  return evaluate(asked, blank, row);
}
