import { parseDuration } from '../../calendar/duration.js';
import type { Json } from '../../read/shapes.js';
import { textsOf } from '../../read/shapes.js';
import type { PieceFormat, PiecePlan } from '../../types/facts.js';
import type { FieldKind } from '../../types/field.js';
import { compact, type FactReader, namedObjects } from './fact-reader.js';

const allFormats: readonly PieceFormat[] = ['pdf', 'jpeg', 'png', 'heic'];
const tenMegabytes = 10_000_000;
const someFiles = 5;

/** Kinds whose answers are told apart with certainty: each comes from a list, or is a day. */
const closed: readonly FieldKind[] = [
  'country',
  'choice',
  'yes-no',
  'date',
  'partial-date',
  'month',
];

/**
 * The supporting documents; a piece may always be declared missing or awaited (R7), so nothing here says it.
 * Reports `piece-each`, `piece-once-per` and `piece-fresh-for`.
 */
export function buildPieces(reader: FactReader, authored: unknown): Record<string, PiecePlan> {
  return Object.fromEntries(
    namedObjects(authored).map(([name, piece]) => [name, buildPiece(reader, name, piece)]),
  );
}

function buildPiece(reader: FactReader, name: string, piece: Json): PiecePlan {
  reader.checkSource(piece);
  const formats = textsOf(piece['formats']) as PieceFormat[];
  const anyOf = textsOf(piece['anyOf']);
  const each = groupOf(reader, name, piece);
  if (!isOneDelay(piece['freshFor'])) reader.report(piece, 'freshFor', unsayable(name));
  return compact({
    asked: askedWhen(reader, piece, each),
    needed: piece['needed'] as PiecePlan['needed'],
    formats: formats.length > 0 ? formats : allFormats,
    anyOf: anyOf.length > 0 ? anyOf : undefined,
    freshFor: piece['freshFor'] as string | undefined,
    each,
    oncePer: each === undefined ? undefined : answerOf(reader, name, piece, each),
    maxBytes: Number(piece['maxBytes'] ?? tenMegabytes),
    maxFiles: Number(piece['maxFiles'] ?? someFiles),
    source: String(piece['source']),
  }) as PiecePlan;
}

/** A delay that a sentence can say: months and years, or weeks and days. */
function isOneDelay(freshFor: unknown): boolean {
  if (freshFor === undefined) return true;
  const delay = parseDuration(String(freshFor));
  if (!delay) return false;
  const [inMonths, inDays] = [delay.years + delay.months, delay.weeks + delay.days];
  return inMonths + inDays > 0 && (inMonths === 0 || inDays === 0);
}

function askedWhen(reader: FactReader, piece: Json, each: string | undefined): PiecePlan['asked'] {
  if (piece['asked'] === 'always' || piece['asked'] === true) return true;
  return reader.condition(piece, 'asked', each && `${each}/*`) ?? true;
}

function groupOf(reader: FactReader, name: string, piece: Json): string | undefined {
  const each = piece['each'];
  if (each === undefined) {
    if (piece['oncePer'] !== undefined) reader.report(piece, 'oncePer', withoutEach(name));
    return undefined;
  }
  if (reader.outline.nodes.get(String(each))?.is === 'group') return String(each);
  reader.report(piece, 'each', noGroup(name, String(each)));
  return undefined;
}

/** The answer of the rows that the piece is asked once for, as `./country`. */
function answerOf(reader: FactReader, name: string, piece: Json, each: string): string | undefined {
  if (piece['oncePer'] === undefined) return undefined;
  const written = String(piece['oncePer']);
  const pointer = written.startsWith('./') ? `${each}/*${written.slice(1)}` : written;
  const field = reader.outline.fields[pointer];
  const isInRow = pointer.startsWith(`${each}/*/`) && !pointer.slice(each.length + 3).includes('*');
  if (field === undefined || !isInRow) {
    reader.report(piece, 'oncePer', notInRow(name, written));
    return undefined;
  }
  if (field.confidential) reader.report(piece, 'oncePer', confidential(name, written));
  if (!closed.includes(field.kind)) reader.report(piece, 'oncePer', tooFree(name, written));
  return `.${pointer.slice(each.length + 2)}`;
}

const withoutEach = (name: string) => ({
  rule: 'piece-each',
  message: `The piece "${name}" is asked once for each value of an answer, and does not say in which rows: it would be asked once.`,
  fix: 'Add "each": the pointer of the repeating group.',
});
const noGroup = (name: string, each: string) => ({
  rule: 'piece-each',
  message: `The piece "${name}" is asked for each row of "${each}", which has no rows: it would be asked once.`,
  fix: 'Name a repeating group: an array of objects in data.schema.json.',
});
const notInRow = (name: string, pointer: string) => ({
  rule: 'piece-each',
  message: `The piece "${name}" is asked once for each "${pointer}", which is no question of its rows.`,
  fix: 'Name a question of the row, as "./country".',
});
const unsayable = (name: string) => ({
  rule: 'piece-fresh-for',
  message: `How recent the piece "${name}" must be cannot be said in one number, so a person could not check it.`,
  fix: 'Write months or years, as "P6M", or days or weeks, as "P15D"; not both.',
});
const tooFree = (name: string, pointer: string) => ({
  rule: 'piece-once-per',
  message: `The piece "${name}" is asked once for each "${pointer}", where anything may be typed: two spellings would ask for it twice.`,
  fix: 'Use an answer from a list, a country or a date; or ask for the piece in each row.',
});
const confidential = (name: string, pointer: string) => ({
  rule: 'piece-once-per',
  message: `The piece "${name}" is named by "${pointer}", which is confidential: its answer would be read in every list of pieces.`,
  fix: 'Ask for the piece in each row instead.',
});
