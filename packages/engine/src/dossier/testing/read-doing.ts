import type { ChangeSet } from '../../draft.js';
import { kebab } from '../can.js';
import { readCommand } from '../commands/read-command.js';
import type { Command, Refusal } from '../commands/command.js';
import type { DossierState } from '../state.js';
import type { Doing } from './dossier-case.js';

/** A thing done in a case, as a command and the difference it would come with. */
export interface ReadDoing {
  readonly command: Command | Refusal;
  readonly difference: ChangeSet;
}

/** Members that a case may leave out, because what it shows does not depend on them. */
const usual: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'request-pieces': { within: 'P30D' },
  decide: { outcome: 'favourable', reasons: 'The conditions are met.' },
  'report-incident': { kind: 'page-error' },
  appeal: { to: 'court' },
  'set-interview': { on: '2027-02-01T09:00:00+01:00' },
  'give-mandate': { scopes: ['read'] },
};

/** The member that a list or a text stands for: `{ "requestPieces": ["identity"] }`. */
const short: Readonly<Record<string, string>> = {
  'request-pieces': 'pieces',
  'supply-pieces': 'pieces',
  'report-incident': 'kind',
  appeal: 'to',
  decide: 'outcome',
  close: 'reason',
  amend: 'reason',
  withdraw: 'reason',
  reopen: 'reason',
  transfer: 'to',
  'ask-opinion': 'of',
  'set-interview': 'place',
  'give-mandate': 'to',
  'revoke-mandate': 'n',
  message: 'text',
};

/** Things done to the answers before the command that sends them: a session's business, not the dossier's. */
const sessionDoings = new Set(['answer', 'mark', 'pieces', 'continue']);

/** Whether a thing done in a case is for the session alone. */
export function isForSession(doing: Doing): boolean {
  return typeof doing === 'object' && Object.keys(doing).some((name) => sessionDoings.has(name));
}

/** Reads `"take"` and `{ "decide": { … } }`, in camel or kebab case. `base`, `changes` and `pointers` belong to the difference. */
export function readDoing(doing: Doing, state: DossierState): ReadDoing {
  const [written, value] =
    typeof doing === 'string' ? [doing, {}] : (Object.entries(doing)[0] ?? ['', {}]);
  const name = kebab(written);
  const body = { ...usual[name], ...bodyOf(name, value) };
  const base = typeof body['base'] === 'number' ? body['base'] : state.version;
  const changes = body['changes'] === 0 ? [] : changesOf(name, body);
  return { command: readCommand(name, body), difference: { base, changes } };
}

function bodyOf(name: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  const member = short[name];
  return member === undefined ? {} : { [member]: value };
}

function changesOf(name: string, body: Readonly<Record<string, unknown>>): ChangeSet['changes'] {
  if (name === 'supply-pieces') {
    const pieces = Array.isArray(body['pieces']) ? body['pieces'] : [];
    return pieces.map((piece) => ({ op: 'piece', pointer: String(piece) }));
  }
  const pointers = Array.isArray(body['pointers']) ? body['pointers'] : ['/changed'];
  return pointers.map((pointer) => ({ op: 'set', pointer: String(pointer), to: true }));
}
