import type { ChangeSet, Change, Filing, Version } from '@guichet/engine';
import type { PostAmendment, PostCommand, PutFileOn } from '@guichet/gateway/wire';
import { namePattern, pieceNamePattern, readMark, readPiece } from './read-draft.js';
import { refuseUnwritable } from './refuse-unwritable.js';
import {
  readCount,
  readDay,
  readInstant,
  readList,
  readObject,
  readPointer,
  readText,
  refuse,
  refuseHostile,
} from './shapes.js';

/** Body of POST file. */
export function readFiling(body: unknown): Filing {
  refuseHostile(body);
  const filing = readObject(body);
  const since = filing['incidentSince'];
  const version = readVersion(filing['version']);
  refuseUnwritable(version);
  return {
    version,
    planHash: readText(filing['planHash'], 64, /^[0-9a-f]{64}$/),
    textsHash: readText(filing['textsHash'], 64, /^[0-9a-f]*$/),
    lang: readText(filing['lang'], 35, /^[A-Za-z0-9-]+$/),
    ...(since === undefined ? {} : { incidentSince: readInstant(since) }),
  };
}

/** Body of POST amendments. */
export function readAmendment(body: unknown): PostAmendment {
  const filing = readFiling(body);
  const { difference, reason } = readObject(body);
  return { ...filing, difference: readChangeSet(difference), reason: readText(reason, 4000) };
}

/** Body of PUT file-on. */
export function readFileOn(body: unknown): PutFileOn {
  const { day, filing } = readObject(body);
  return { day: readDay(day), filing: readFiling(filing) };
}

/** Body of POST commands. */
export function readCommand(body: unknown): PostCommand {
  refuseHostile(body);
  const command = readObject(body);
  return {
    command: readText(command['command'], 80, namePattern),
    body: command['body'] === undefined ? {} : readObject(command['body']),
  };
}

function readVersion(value: unknown): Version {
  const version = readObject(value);
  return {
    answers: readObject(version['answers']),
    marks: readMap(version['marks'], readPointer, readMark),
    pieces: readMap(version['pieces'], (name) => readText(name, 281, pieceNamePattern), readPiece),
  };
}

function readMap<Read>(
  value: unknown,
  readName: (name: string) => string,
  read: (value: unknown) => Read,
): Readonly<Record<string, Read>> {
  return Object.fromEntries(
    Object.entries(readObject(value)).map(([name, one]) => [readName(name), read(one)]),
  );
}

const operations = [
  'set',
  'unset',
  'mark',
  'unmark',
  'row-add',
  'row-remove',
  'row-move',
  'piece',
] as const;

function readChangeSet(value: unknown): ChangeSet {
  const set = readObject(value);
  return {
    base: readCount(set['base'], 1),
    changes: readList(set['changes'], 5000).map(readChange),
  };
}

function readChange(value: unknown): Change {
  const { op, pointer, from, to } = readObject(value);
  return {
    op: operations.find((one) => one === op) ?? refuse(),
    pointer: readText(pointer, 500),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
