import { dayIn, isDay, type Scope } from '@guichet/procedure';
import { heldMandates } from '../records/mandates.js';
import type { Command } from './command.js';
import type { Decision, Desk } from './context.js';

const scopes: readonly Scope[] = [
  'read',
  'draft',
  'suggest',
  'amend',
  'file',
  'message',
  'collect',
  'withdraw',
  'confidential',
];

/** `give-mandate`: to somebody named, for what is named, until a day that is to come if one is said (design.md §4.7). */
export function giveMandate(
  { state, context }: Desk,
  command: Command & { readonly do: 'give-mandate' },
): Decision {
  const { to, until } = command;
  if (!to.trim()) return { refused: 'command-malformed', detail: 'to' };
  const given = scopes.filter((scope) => command.scopes.includes(scope));
  if (given.length === 0 || given.length !== new Set(command.scopes).size)
    return { refused: 'command-malformed', detail: 'scopes' };
  const isPast = until !== undefined && (!isDay(until) || until < dayIn(context.now, state.zone));
  if (isPast) return { refused: 'command-malformed', detail: 'until' };
  const n = state.mandates.length + 1;
  return [{ type: 'MANDATE_GIVEN', body: { n, to, scopes: given, ...(until && { until }) } }];
}

/** `revoke-mandate`: at once, and only one that still holds. */
export function revokeMandate(
  { state, context }: Desk,
  command: Command & { readonly do: 'revoke-mandate' },
): Decision {
  const held = heldMandates(state.mandates, dayIn(context.now, state.zone));
  if (!held.some(({ n }) => n === command.n)) return { refused: 'mandate-unknown' };
  return [{ type: 'MANDATE_REVOKED', body: { n: command.n } }];
}

/** `message`: from one side to the other; an answer says to what. */
export function message({ state }: Desk, command: Command & { readonly do: 'message' }): Decision {
  const { text, answers } = command;
  if (!text.trim()) return { refused: 'command-malformed', detail: 'text' };
  const isKnown = answers === undefined || state.messages.some(({ n }) => n === answers);
  if (!isKnown) return { refused: 'command-malformed', detail: 'answers' };
  const n = state.messages.length + 1;
  return [{ type: 'MESSAGE_SENT', body: { n, text, ...(answers !== undefined && { answers }) } }];
}
