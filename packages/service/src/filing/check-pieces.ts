import type { RawIssue, Version } from '@guichet/engine';
import { piecePlanOf, type Published } from '@guichet/procedure';
import type { StoredPiece } from '../pieces/piece-store.js';

/** Files that a version names and the service does not hold, or holds otherwise: an issue on that piece, nothing else is lost. */
export function pieceIssues(
  { plan }: Published,
  version: Version,
  stored: readonly StoredPiece[],
): readonly RawIssue[] {
  const held = new Map(stored.map((one) => [one.id, one]));
  return Object.entries(version.pieces).flatMap(([name, piece]): RawIssue[] => {
    const pointer = `@piece/${name}`;
    if (!('files' in piece)) return [];
    if (!piecePlanOf(plan.pieces, name))
      return [{ pointer, code: 'piece-unknown', params: {}, stops: true }];
    const strange = piece.files.filter((file) => {
      const found = held.get(file.id);
      return (
        found?.piece !== name || (file.sha256 !== undefined && file.sha256 !== found.file.sha256)
      );
    });
    return strange.length > 0
      ? [{ pointer, code: 'file-not-stored', params: { count: strange.length }, stops: true }]
      : [];
  });
}

/** The facts of each file as the service holds them, whatever the sender said of name, size or type. */
export function withStoredFacts(version: Version, stored: readonly StoredPiece[]): Version {
  const held = new Map(stored.map((one) => [one.id, one.file]));
  const pieces = Object.entries(version.pieces).map(([name, piece]) => [
    name,
    'files' in piece
      ? { ...piece, files: piece.files.map((file) => held.get(file.id) ?? file) }
      : piece,
  ]);
  return { ...version, pieces: Object.fromEntries(pieces) };
}
