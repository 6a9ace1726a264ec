import type { Pointer } from '@guichet/procedure';
import type { Draft, Mark, PieceAnswer } from '../draft.js';

/** What a person gave, parked answers included. Pointers hold row ids. */
export interface Content {
  readonly answers: Map<Pointer, unknown>;
  /** Row ids in order; no entry: the group was never visited. */
  readonly rows: Map<Pointer, readonly string[]>;
  readonly marks: Map<Pointer, Mark>;
  readonly pieces: Map<string, PieceAnswer>;
}

/** The content of a draft, in maps: no name in it can reach a prototype. */
export function contentOf(draft: Pick<Draft, 'answers' | 'rows' | 'marks' | 'pieces'>): Content {
  return {
    answers: new Map(Object.entries(draft.answers)),
    rows: new Map(Object.entries(draft.rows)),
    marks: new Map(Object.entries(draft.marks)),
    pieces: new Map(Object.entries(draft.pieces)),
  };
}
