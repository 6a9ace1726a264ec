import type { Pointer } from '@guichet/procedure';
import type { Content } from '../model/content.js';
import { mergeOne, sameSaid, type Conflict, type Said } from './conflict.js';
import { mergePiece } from './merge-piece.js';
import { mergeRows } from './merge-rows.js';

/** @internal */
export interface MergedContent {
  readonly merged: Content;
  readonly conflicts: readonly Conflict[];
}

/** What three contents have in common and apart, field by field, row by row, piece by piece. Pure. @internal */
export function mergeContent(base: Content, ours: Content, theirs: Content): MergedContent {
  const conflicts: Conflict[] = [];
  const { rows, sideOf } = mergeRows(base, ours, theirs, conflicts);
  const merged: Content = { answers: new Map(), rows, marks: new Map(), pieces: new Map() };
  const sides = { base, ours, theirs };
  for (const pointer of pointersIn(sides)) {
    const side = sideOf(pointer);
    if (side === 'gone') continue;
    const said = { base: at(base, pointer), ours: at(ours, pointer), theirs: at(theirs, pointer) };
    const clash = () => conflicts.push({ pointer, ...said });
    const kept = side === 'both' ? mergeOne(said, sameSaid, clash) : said[side];
    if (kept?.answer !== undefined) merged.answers.set(pointer, kept.answer);
    if (kept?.mark) merged.marks.set(pointer, kept.mark);
  }
  for (const name of new Set([...ours.pieces.keys(), ...theirs.pieces.keys()])) {
    const given = {
      base: base.pieces.get(name),
      ours: ours.pieces.get(name),
      theirs: theirs.pieces.get(name),
    };
    const piece = mergePiece(given, () => {
      const { base: before, ours: mine, theirs: other } = given;
      const said = { base: asSaid(before), ours: asSaid(mine), theirs: asSaid(other) };
      conflicts.push({ pointer: `@piece/${name}`, ...said });
    });
    if (piece) merged.pieces.set(name, piece);
  }
  return { merged, conflicts };
}

type Sides = { readonly base: Content; readonly ours: Content; readonly theirs: Content };

function pointersIn({ base, ours, theirs }: Sides): ReadonlySet<Pointer> {
  const maps = [base, ours, theirs].flatMap(({ answers, marks }) => [answers, marks]);
  return new Set(maps.flatMap((map) => [...map.keys()]));
}

function at({ answers, marks }: Content, pointer: Pointer): Said | undefined {
  const answer = answers.get(pointer);
  const mark = marks.get(pointer);
  if (answer === undefined && !mark) return undefined;
  return { ...(answer === undefined ? {} : { answer }), ...(mark ? { mark } : {}) };
}

const asSaid = (piece: Said['piece']): Said | undefined => piece && { piece };
