import type { Verdict } from '@guichet/procedure';
import { evaluate } from '../interpreter/evaluate.js';
import type { Judgement } from '../judgement.js';
import type { Model } from '../model/model.js';
import { every, truth } from '../verdict.js';

type JudgedPiece = Judgement['pieces'][number];

/** Whether a piece is asked; unknown: it may be asked, optional (rules.md A7). */
export function askedOf(model: Model, name: string): Verdict {
  const asked = Object.hasOwn(model.plan.pieces, name) ? model.plan.pieces[name]?.asked : undefined;
  if (asked === undefined) return 'false';
  return asked === true ? 'true' : evaluate(asked, model.scope);
}

/** Every piece of the plan: asked or not, given or not. */
export function judgePieces(model: Model): readonly JudgedPiece[] {
  return Object.entries(model.plan.pieces).map(([name, { needed }]) => ({
    name,
    asked: askedOf(model, name),
    needed,
    given: givenOf(model, name),
  }));
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
