import { piecePlanOf, type PieceFormat, type PiecePlan } from '@guichet/procedure';
import type { PieceAnswer, PieceFile } from '../../draft.js';
import { EngineError } from '../../errors.js';
import { act, type Act } from '../act.js';
import type { Core } from '../core.js';
import { formatBytes } from '../../texts/intl.js';
import type { Refusal } from '../uploads.js';
import type { FileSource } from '../views.js';
import { upload } from './upload.js';

/** The plan of a piece. Throws `unknown-piece`. */
export function pieceAt(core: Core, piece: string): PiecePlan {
  const plan = piecePlanOf(core.plan.pieces, piece);
  if (!plan) throw new EngineError('unknown-piece', { piece });
  return plan;
}

/** Adds files to a piece. One that is too large, empty or of a forbidden type is refused at once, alone. */
export function attach(
  core: Core,
  piece: string,
  sources: readonly FileSource[],
): ReadonlySet<string> {
  const plan = pieceAt(core, piece);
  if (core.readOnly) return new Set();
  return act(core, (now) => {
    core.uploads.forgive(piece);
    for (const source of sources) {
      const files = filesOf(core, piece);
      const refusal = refusalOf(core, plan, source, files.length);
      if (refusal) core.uploads.refuse(piece, refusal);
      else add(core, now, piece, source);
    }
    if (core.uploads.refusals(piece).length > 0) core.displayed.add(`@piece/${piece}`);
    else core.displayed.delete(`@piece/${piece}`);
    touch(now, piece);
  });
}

function add(core: Core, now: Act, piece: string, source: FileSource): void {
  const { name, size, type } = source;
  const file: PieceFile = { id: core.ports.ids.file(), name, size, type, state: 'chosen' };
  putFiles(core, now, piece, [...filesOf(core, piece), file]);
  upload(core, piece, file, source);
}

/** Removes one file; the piece is asked again when none is left. */
export function detach(core: Core, piece: string, file: string): ReadonlySet<string> {
  pieceAt(core, piece);
  if (core.readOnly) return new Set();
  void core.ports.files?.drop(piece, file);
  return act(core, (now) => {
    core.uploads.forgive(piece);
    putFiles(
      core,
      now,
      piece,
      filesOf(core, piece).filter(({ id }) => id !== file),
    );
    touch(now, piece);
  });
}

/** Says which of the papers that will do is given. */
export function choosePieceKind(core: Core, piece: string, kind: string): ReadonlySet<string> {
  pieceAt(core, piece);
  if (core.readOnly) return new Set();
  return act(core, (now) => {
    putPiece(core, now, piece, { ...paperOf(core, piece), files: filesOf(core, piece), kind });
    touch(now, piece);
  });
}

/** Declares a piece missing or awaited, which never stops a filing; null takes it back. */
export function markPiece(
  core: Core,
  piece: string,
  given: { is: 'missing' | 'awaited'; why?: string; from?: string } | null,
): ReadonlySet<string> {
  pieceAt(core, piece);
  if (core.readOnly) return new Set();
  return act(core, (now) => {
    core.uploads.forgive(piece);
    core.displayed.delete(`@piece/${piece}`);
    putPiece(core, now, piece, given && { ...given, at: core.ports.clock.now().toISOString() });
    touch(now, piece);
  });
}

/** The files of a piece; none when it is marked. */
export function filesOf(core: Core, piece: string): readonly PieceFile[] {
  const given = core.progress.pieces.get(piece);
  return given && 'files' in given ? given.files : [];
}

/** @internal */
export function putFiles(core: Core, now: Act, piece: string, files: readonly PieceFile[]): void {
  const { kind, datedOn } = paperOf(core, piece);
  // A day is that of the paper: it goes with the last file of it.
  const day = files.length === 0 || datedOn === undefined ? {} : { datedOn };
  const isEmpty = files.length === 0 && kind === undefined;
  const said = { ...(kind === undefined ? {} : { kind }), ...day };
  putPiece(core, now, piece, isEmpty ? null : { files, ...said });
}

/** What is said of the paper, beside its files. @internal */
export function paperOf(
  core: Core,
  piece: string,
): { readonly kind?: string; readonly datedOn?: string } {
  const given = core.progress.pieces.get(piece);
  return given && 'files' in given ? given : {};
}

/** @internal */
export function putPiece(core: Core, now: Act, name: string, piece: PieceAnswer | null): void {
  if (!piece && !core.progress.pieces.has(name)) return;
  now.record({ op: 'piece', name, piece });
}

/** @internal */
export function touch(now: Act, piece: string): void {
  now.changed.add(`@piece/${piece}`).add('@review').add('@summary').add('@steps');
}

const endings: Readonly<Record<PieceFormat, RegExp>> = {
  pdf: /\.pdf$|^application\/pdf$/i,
  jpeg: /\.jpe?g$|^image\/jpe?g$/i,
  png: /\.png$|^image\/png$/i,
  heic: /\.hei[cf]$|^image\/hei[cf]$/i,
};

/** Name or declared type is enough here; the service looks at the bytes. */
function refusalOf(
  core: Core,
  plan: PiecePlan,
  { name, size, type }: FileSource,
  count: number,
): Refusal | undefined {
  if (count >= plan.maxFiles)
    return { code: 'too-many-files', params: { name, max: plan.maxFiles } };
  const isAccepted = plan.formats.some((format) => {
    const ending = endings[format];
    return /\.[a-z0-9]+$/i.test(name) ? ending.test(name) : ending.test(type);
  });
  if (!isAccepted)
    return {
      code: 'file-type-forbidden',
      params: { name, formats: plan.formats.join(', ').toUpperCase() },
    };
  if (size === 0) return { code: 'file-empty', params: { name } };
  return size > plan.maxBytes
    ? { code: 'file-too-large', params: { name, max: formatBytes(plan.maxBytes, core.texts.lang) } }
    : undefined;
}
