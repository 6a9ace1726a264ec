import type {
  DraftChange,
  DraftEntry,
  Mark,
  PieceAnswer,
  PieceFile,
  PlanRef,
} from '@guichet/engine';
import type { PutDraft } from '@guichet/gateway/wire';
import {
  readCount,
  readDay,
  readInstant,
  readList,
  readObject,
  readOptionalText,
  readPointer,
  readText,
  refuse,
  refuseHostile,
} from './shapes.js';

/** Opaque ids made by clients: letters, digits, dash, underscore. */
export const idPattern = /^[A-Za-z0-9_-]{8,80}$/;
/** Names that procedures give to pieces, steps, commands. */
export const namePattern = /^[A-Za-z][A-Za-z0-9_.-]{0,79}$/;

/** The same, or one instance of a piece: `/` and a row id or a value, escaped as in a pointer. */
export const pieceNamePattern = /^[A-Za-z][A-Za-z0-9_.-]{0,79}(\/[^/\p{Cc}\p{Cs}]{1,200})?$/u;

/** Body of PUT draft. */
export function readPutDraft(body: unknown, id: string): PutDraft['draft'] {
  refuseHostile(body);
  const draft = readObject(readObject(body)['draft']);
  if (draft['id'] !== id) refuse();
  return {
    id: readText(draft['id'], 80, idPattern),
    key: readText(draft['key'], 80, idPattern),
    procedure: readPlanRef(draft['procedure']),
    startedAt: readInstant(draft['startedAt']),
  };
}

/** Body of POST entries: at most a thousand at once. */
export function readEntries(body: unknown): readonly DraftEntry[] {
  refuseHostile(body);
  return readList(readObject(body)['entries'], 1000).map(readEntry);
}

function readPlanRef(value: unknown): PlanRef {
  const ref = readObject(value);
  return {
    id: readText(ref['id'], 80, /^[a-z0-9-]+$/),
    version: readText(ref['version'], 40, /^[0-9A-Za-z.+-]+$/),
    planHash: readText(ref['planHash'], 64, /^[0-9a-f]{64}$/),
  };
}

function readEntry(value: unknown): DraftEntry {
  const entry = readObject(value);
  return {
    n: readCount(entry['n'], 1),
    at: readInstant(entry['at']),
    device: readText(entry['device'], 80, /^[A-Za-z0-9_-]+$/),
    ...readChange(entry),
  };
}

function readChange(entry: Readonly<Record<string, unknown>>): DraftChange {
  switch (entry['op']) {
    case 'set':
      return { op: 'set', pointer: readPointer(entry['pointer']), value: entry['value'] ?? null };
    case 'unset':
      return { op: 'unset', pointer: readPointer(entry['pointer']) };
    case 'mark':
      return {
        op: 'mark',
        pointer: readPointer(entry['pointer']),
        mark: orNull(entry['mark'], readMark),
      };
    case 'rows':
      return {
        op: 'rows',
        group: readPointer(entry['group']),
        rows: readList(entry['rows'], 500).map(readRowId),
      };
    case 'piece':
      return {
        op: 'piece',
        name: readText(entry['name'], 281, pieceNamePattern),
        piece: orNull(entry['piece'], readPiece),
      };
    case 'continue':
    case 'visit':
      return { op: entry['op'], step: readText(entry['step'], 120) };
    case 'file-on':
      return { op: 'file-on', day: orNull(entry['day'], readDay) };
    case 'incident':
      if (entry['what'] !== 'unreachable') refuse();
      return {
        op: 'incident',
        since: readInstant(entry['since']),
        what: 'unreachable',
        at: readInstant(entry['at']),
      };
    case 'move':
      return { op: 'move', to: readPlanRef(entry['to']) };
    default:
      return refuse();
  }
}

const readRowId = (value: unknown): string => readText(value, 20, /^[A-Za-z][0-9A-Za-z]*$/);

function orNull<Read>(value: unknown, read: (value: unknown) => Read): Read | null {
  return value === null ? null : read(value);
}

const marks = ['unknown', 'awaited', 'refusedToSay', 'taken', 'verified'] as const;

/** What is known about a pointer. */
export function readMark(value: unknown): Mark {
  const mark = readObject(value);
  const is = marks.find((one) => one === mark['is']) ?? refuse();
  const why = readOptionalText(mark['why'], 2000);
  const from = readOptionalText(mark['from'], 500);
  return {
    is,
    ...(why === undefined ? {} : { why }),
    ...(from === undefined ? {} : { from }),
    at: readInstant(mark['at']),
  };
}

/** What was given for a piece, or why it is not there. */
export function readPiece(value: unknown): PieceAnswer {
  const piece = readObject(value);
  if ('files' in piece) {
    const kind = readOptionalText(piece['kind'], 80);
    const datedOn = readOptionalText(piece['datedOn'], 40);
    return {
      files: readList(piece['files'], 50).map(readFile),
      ...(kind === undefined ? {} : { kind }),
      ...(datedOn === undefined ? {} : { datedOn }),
    };
  }
  const is = (['missing', 'awaited'] as const).find((one) => one === piece['is']) ?? refuse();
  const why = readOptionalText(piece['why'], 2000);
  const from = readOptionalText(piece['from'], 500);
  return {
    is,
    ...(why === undefined ? {} : { why }),
    ...(from === undefined ? {} : { from }),
    at: readInstant(piece['at']),
  };
}

const states = ['chosen', 'sending', 'stored', 'refused'] as const;

function readFile(value: unknown): PieceFile {
  const file = readObject(value);
  const sha256 =
    file['sha256'] === undefined ? undefined : readText(file['sha256'], 64, /^[0-9a-f]{64}$/);
  const problem = readOptionalText(file['problem'], 80);
  return {
    id: readText(file['id'], 80, idPattern),
    name: readText(file['name'], 500),
    size: readCount(file['size']),
    type: readText(file['type'], 200),
    ...(sha256 === undefined ? {} : { sha256 }),
    state: states.find((one) => one === file['state']) ?? refuse(),
    ...(problem === undefined ? {} : { problem }),
  };
}
