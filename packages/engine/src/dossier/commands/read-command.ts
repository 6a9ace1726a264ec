import { kebab } from '../can.js';
import type { Command, CommandName, Refusal } from './command.js';

type Shape = Readonly<
  Record<string, 'text' | 'text?' | 'texts' | 'number' | 'number?' | 'yes-no' | 'object' | 'object?' | 'list?'>
>;

/** Members each command must and may carry. What is not here is dropped. */
const shapes: Readonly<Record<CommandName, Shape>> = {
  file: {},
  prepare: {},
  transmit: { proof: 'object', effectiveAt: 'text' },
  amend: { reason: 'text?' },
  'answer-proposal': { proposal: 'number', accepted: 'yes-no', reason: 'text?' },
  take: {},
  release: {},
  decide: { outcome: 'text', reasons: 'text', answers: 'list?' },
  close: { reason: 'text', proof: 'object?' },
  reopen: { reason: 'text?' },
  withdraw: { reason: 'text?' },
  'undo-withdrawal': {},
  'report-incident': { kind: 'text', reason: 'text?', effectiveAt: 'text?', proof: 'object?' },
  'request-pieces': { pieces: 'texts', within: 'text', reason: 'text?' },
  'supply-pieces': { pieces: 'texts', reason: 'text?' },
  'correct-clock': { clock: 'text', n: 'number', due: 'text', reason: 'text' },
  'hand-over': {},
  'ask-reasons': {},
  appeal: { to: 'text' },
  produce: {},
  transfer: { to: 'text', reason: 'text?' },
  'set-interview': { on: 'text', place: 'text', reason: 'text?' },
  'hold-interview': { reason: 'text?' },
  'ask-opinion': { of: 'text', reason: 'text?' },
  'give-opinion': { reason: 'text?' },
  'request-substitution': { n: 'number?', reason: 'text?' },
  'register-at-counter': { n: 'number?', reason: 'text?' },
  'give-mandate': { to: 'text', scopes: 'texts', until: 'text?' },
  'revoke-mandate': { n: 'number' },
  message: { text: 'text', answers: 'number?' },
  prolong: {},
  migrate: {},
  'issue-attestation': { attestation: 'text', kind: 'text' },
};

const fits: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value.length <= 4000,
  texts: (value) =>
    Array.isArray(value) && value.length <= 200 && value.every((each) => typeof each === 'string'),
  number: (value) => Number.isInteger(value),
  'yes-no': (value) => typeof value === 'boolean',
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  list: (value) => Array.isArray(value) && value.length <= 200,
};

/**
 * Reads a command off the wire: its name and a body of unknown shape. Checked here once, then typed.
 * Refuses with `command-unknown` or `command-malformed`, whose detail names the member.
 */
export function readCommand(
  name: string,
  body: Readonly<Record<string, unknown>> = {},
): Command | Refusal {
  const known = kebab(name);
  if (!Object.hasOwn(shapes, known)) return { refused: 'command-unknown' };
  const shape = shapes[known as CommandName];
  const command: Record<string, unknown> = { do: known };
  for (const [member, kind] of Object.entries(shape)) {
    const value = body[member];
    if (value === undefined && kind.endsWith('?')) continue;
    if (!fits[kind.replace('?', '')]?.(value))
      return { refused: 'command-malformed', detail: member };
    command[member] = value;
  }
  const strange = misfit(command);
  return strange ? { refused: 'command-malformed', detail: strange } : (command as Command);
}

/** What a type of member alone does not say. */
function misfit(command: Record<string, unknown>): string | undefined {
  if (
    command['do'] === 'decide' &&
    !['favourable', 'unfavourable'].includes(String(command['outcome']))
  )
    return 'outcome';
  if (command['proof'] !== undefined && !isProof(command['proof'])) return 'proof';
  const { answers } = command;
  return !Array.isArray(answers) || answers.every(isAnswer) ? undefined : 'answers';
}

function isProof(value: unknown): boolean {
  const proof = value as Record<string, unknown>;
  const texts = ['reference', 'sha256', 'deliveredAt'].every(
    (key) => proof[key] === undefined || fits['text']?.(proof[key]),
  );
  return Boolean(fits['text']?.(proof['kind'])) && texts;
}

function isAnswer(value: unknown): boolean {
  const answer = value as Record<string, unknown> | null;
  return Number.isInteger(answer?.['proposal']) && typeof answer?.['accepted'] === 'boolean';
}
