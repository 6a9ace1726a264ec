import type { Awaited, Judgement } from '../judgement.js';
import { isStandIn } from '../interpreter/scope.js';
import { fieldState } from '../model/field-state.js';
import { groupState } from '../model/group-state.js';
import { allAsked } from '../model/all-asked.js';
import type { Model } from '../model/model.js';
import { partyAsked } from '../model/party.js';
import { pieceInstance } from '../model/piece-instances.js';
import { patternIn } from '../model/pattern-in.js';
import { hasField } from '../model/shape.js';

/**
 * What the parties who are asked have not given, in the order that the pages ask: said to whoever may see it,
 * never a burden of the holder's and never a reason to stop (rules.md A7).
 */
export function awaitedFrom(model: Model, pieces: Judgement['pieces']): readonly Awaited[] {
  if (Object.keys(model.plan.parties).length === 0) return [];
  const pointers = allAsked(model).flatMap((pointer): Awaited[] => {
    const from = askedAt(model, pointer);
    return from === undefined || isGiven(model, pointer) ? [] : [{ pointer, from }];
  });
  const papers = pieces.flatMap(({ name, asked, given }): Awaited[] => {
    const from = pieceInstance(model, name)?.plan.by;
    const isAsked = from !== undefined && asked === 'true' && partyAsked(model, from) === 'true';
    return isAsked && given === 'nothing' ? [{ piece: name, from }] : [];
  });
  return [...pointers, ...papers];
}

function askedAt(model: Model, pointer: string): string | undefined {
  const isField = hasField(model.plan, patternIn(model, pointer));
  const { by, visibility } = isField ? fieldState(model, pointer) : groupState(model, pointer);
  return visibility === 'true' ? by : undefined;
}

function isGiven({ content }: Model, pointer: string): boolean {
  return (
    content.answers.has(pointer) ||
    content.rows.has(pointer) ||
    isStandIn(content.marks.get(pointer))
  );
}
