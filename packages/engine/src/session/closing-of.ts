import { lookUp } from '../lookup/look-up.js';
import { datePiece } from './acts/date-piece.js';
import { amend, file, fileOn, markRest } from './acts/file.js';
import { attach, choosePieceKind, detach, markPiece } from './acts/pieces.js';
import { receive } from './acts/receive.js';
import { redo, undo } from './acts/undo.js';
import { resumeUploads } from './acts/upload.js';
import type { Core } from './core.js';
import { showCarried } from './show/carried.js';
import { showFees } from './show/fees.js';
import { showPiece } from './show/piece.js';
import { showReview } from './show/review.js';
import { told } from './told.js';
import type { ClosingActs } from './views.js';

/** The acts and views that close an interview, on a core; files that were left unsent go on. @internal */
export function closingOf(core: Core): ClosingActs {
  resumeUploads(core);
  return {
    piece: (name) => showPiece(core, name),
    review: () => showReview(core),
    fees: () => showFees(core),
    carried: () => showCarried(core),
    attach: told(core, attach),
    detach: told(core, detach),
    choosePieceKind: told(core, choosePieceKind),
    markPiece: told(core, markPiece),
    datePiece: told(core, datePiece),
    markRest: told(core, markRest),
    file: () => file(core),
    amend: (reason) => amend(core, reason),
    fileOn: (day) => fileOn(core, day),
    receive: told(core, receive),
    lookUp: (pointer, text) => lookUp(core, pointer, text),
    importRows: async (group, table) => {
      const { bringIn } = await import('../import/bring-in.js');
      const brought = bringIn(core, group, table);
      if (brought.changed.size > 0) core.notify(brought.changed);
      return brought;
    },
    undo: told(core, undo),
    redo: told(core, redo),
    canUndo: () => core.history.done.length > 0,
    canRedo: () => core.history.undone.length > 0,
  };
}
