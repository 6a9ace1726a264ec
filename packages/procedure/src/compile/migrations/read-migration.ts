import { entriesOf, isObject, itemsOf, type Json } from '../../read/shapes.js';
import type { AnswerMove, MigrationPlan } from '../../types/migration.js';

/** A migration as written, what is out of shape left out: its shape is reported elsewhere. */
export function readMigration(json: Json): MigrationPlan {
  const source = json['source'];
  return {
    from: String(json['from']),
    to: String(json['to']),
    answers: itemsOf(json['answers']).flatMap(readMove),
    ...(isObject(json['pieces']) ? { pieces: readPieces(json['pieces']) } : {}),
    journey: names(json['journey']),
    ...(isObject(json['clocks']) ? { clocks: names(json['clocks']) } : {}),
    ...(typeof source === 'string' ? { source } : {}),
  };
}

function readMove(move: unknown): readonly AnswerMove[] {
  if (!isObject(move)) return [];
  const [from, to, drop, map] = ['move', 'to', 'drop', 'map'].map((key) => pointerAt(move, key));
  if (from !== undefined && to !== undefined) return [{ move: from, to }];
  if (drop !== undefined) return [{ drop, says: String(move['says'] ?? '') }];
  if (map === undefined) return [];
  const values = entriesOf(move['values']).filter(([code]) => code !== '//');
  return [{ map, values: Object.fromEntries(values) }];
}

function pointerAt(move: Json, key: string): string | undefined {
  const value = Object.hasOwn(move, key) ? move[key] : undefined;
  return typeof value === 'string' && value.startsWith('/') ? value : undefined;
}

function readPieces(pieces: Json): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(pieces).filter(
      (entry): entry is [string, string | null] =>
        entry[0] !== '//' && (entry[1] === null || typeof entry[1] === 'string'),
    ),
  );
}

function names(value: unknown): Record<string, string> {
  return Object.fromEntries(
    entriesOf(value).filter(
      (entry): entry is [string, string] => entry[0] !== '//' && typeof entry[1] === 'string',
    ),
  );
}
