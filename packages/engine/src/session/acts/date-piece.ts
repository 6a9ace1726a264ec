import { readDate } from '../../reading/read-date.js';
import { act } from '../act.js';
import type { Core } from '../core.js';
import { filesOf, paperOf, pieceAt, putPiece, touch } from './pieces.js';

/**
 * Says the day written on the paper, whole or in part (rules.md A11), as a control holds it: text or the boxes of
 * a date. What cannot be read is kept as typed, and judged as not known. Empty takes it back. Nothing happens
 * while there is no file: there is no paper to read it on. Throws `unknown-piece`.
 */
export function datePiece(core: Core, piece: string, day: unknown): ReadonlySet<string> {
  pieceAt(core, piece);
  const files = filesOf(core, piece);
  if (core.readOnly || files.length === 0) return new Set();
  const datedOn = readDate(day, true);
  const { kind, datedOn: before } = paperOf(core, piece);
  if (datedOn === before) return new Set();
  return act(core, (now) => {
    const said = {
      ...(kind === undefined ? {} : { kind }),
      ...(datedOn === undefined ? {} : { datedOn: datedOn.slice(0, 40) }),
    };
    putPiece(core, now, piece, { files, ...said });
    touch(now, piece);
  });
}
