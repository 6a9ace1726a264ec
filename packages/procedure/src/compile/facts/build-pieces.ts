import type { Json } from '../../read/shapes.js';
import { textsOf } from '../../read/shapes.js';
import type { PieceFormat, PiecePlan } from '../../types/facts.js';
import { compact, type FactReader, namedObjects } from './fact-reader.js';

const allFormats: readonly PieceFormat[] = ['pdf', 'jpeg', 'png', 'heic'];
const tenMegabytes = 10_000_000;
const someFiles = 5;

/** The supporting documents; a piece may always be declared missing or awaited (R7), so nothing here says it. */
export function buildPieces(reader: FactReader, authored: unknown): Record<string, PiecePlan> {
  return Object.fromEntries(
    namedObjects(authored).map(([name, piece]) => [name, buildPiece(reader, piece)]),
  );
}

function buildPiece(reader: FactReader, piece: Json): PiecePlan {
  reader.checkSource(piece);
  const formats = textsOf(piece['formats']) as PieceFormat[];
  const anyOf = textsOf(piece['anyOf']);
  return compact({
    asked: askedWhen(reader, piece),
    needed: piece['needed'] as PiecePlan['needed'],
    formats: formats.length > 0 ? formats : allFormats,
    anyOf: anyOf.length > 0 ? anyOf : undefined,
    freshFor: piece['freshFor'] as string | undefined,
    maxBytes: Number(piece['maxBytes'] ?? tenMegabytes),
    maxFiles: Number(piece['maxFiles'] ?? someFiles),
    source: String(piece['source']),
  }) as PiecePlan;
}

function askedWhen(reader: FactReader, piece: Json): PiecePlan['asked'] {
  if (piece['asked'] === 'always' || piece['asked'] === true) return true;
  return reader.condition(piece, 'asked') ?? true;
}
