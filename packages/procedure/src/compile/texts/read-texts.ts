import { resolveUses } from '../../read/resolve-uses.js';
import { isObject } from '../../read/shapes.js';
import type { Workspace } from '../../read/workspace.js';
import { parseMessage } from './parse-message.js';

/** Words of one file: objects down to messages, each message parsed (a text, or an array of parts). */
export type Words = Readonly<Record<string, unknown>>;

/** Members of a texts file that are not messages. */
const plainMembers: readonly string[] = ['reviewed', 'lang', 'dir', '$schema'];

/** Reads one file of words and parses its messages. Reports `bad-message`; `undefined` when there is no file. */
export function readTexts(workspace: Workspace, file: string): Words | undefined {
  const read = workspace.read(file);
  if (!isObject(read)) return undefined;
  const resolved = resolveUses(workspace, read);
  return isObject(resolved) ? parseAll(workspace, resolved, plainMembers) : undefined;
}

function parseAll(workspace: Workspace, holder: Words, plain: readonly string[] = []): Words {
  const made: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(holder)) {
    if (plain.includes(key)) made[key] = value;
    else if (typeof value === 'string') made[key] = parseOne(workspace, holder, key, value);
    else if (isObject(value)) made[key] = parseAll(workspace, value);
  }
  const origin = workspace.originOf(holder);
  if (origin) workspace.setOrigin(made, origin.file, origin.offset, origin.members);
  return made;
}

function parseOne(workspace: Workspace, holder: Words, key: string, text: string): unknown {
  const parsed = parseMessage(text);
  if ('message' in parsed) return parsed.message;
  workspace.report(workspace.placeOf(holder, key), {
    rule: 'bad-message',
    message: `${parsed.fault} (character ${parsed.offset + 1} of this text.) A person would read the braces.`,
    fix: 'Write {name}, {n, number}, {day, date}, {cents, money}, {n, plural, one {…} other {…}} or {x, select, a {…} other {…}}.',
  });
  return text;
}

/** Words with others laid over them: objects are united, a message replaces a message. */
export function overlay(base: Words, over: Words): Words {
  const made: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = made[key];
    made[key] = isObject(below) && isObject(value) ? overlay(below, value) : value;
  }
  return made;
}
