import fc from 'fast-check';
import type { Command } from './commands/command.js';
import type { CommandContext } from './commands/context.js';
import type { Author } from './events.js';
import { changeOn, officer, soundJudgement } from './fixture.js';
import type { DossierState } from './state.js';

/** One thing asked of a dossier, and how long after the one before. */
export interface Move {
  readonly command: Command;
  readonly by: Author;
  readonly hours: number;
}

export const seed = 20261123;
const holder: Author = { as: 'holder' };
const pieces = fc.subarray(['identity', 'permit', 'homeProof'], { minLength: 1 });
const asked = (command: Command): Omit<Move, 'hours'> => ({ command, by: holder });
const ordered = (command: Command): Omit<Move, 'hours'> => ({ command, by: officer });
const proof = { kind: 'letter', deliveredAt: '2026-11-24T10:00:00Z' };
const n = fc.integer({ min: 1, max: 4 });

const ofTheHolder = fc.oneof(
  { weight: 4, arbitrary: fc.constant(asked({ do: 'amend' })) },
  fc.constant(asked({ do: 'withdraw' })),
  fc.constant(asked({ do: 'undo-withdrawal' })),
  fc.constant(asked({ do: 'reopen' })),
  fc.constant(asked({ do: 'ask-reasons' })),
  fc.constant(asked({ do: 'appeal', to: 'court' })),
  fc.constant(asked({ do: 'report-incident', kind: 'page-error' })),
  fc.constant(asked({ do: 'request-substitution' })),
  fc.constant(asked({ do: 'give-mandate', to: 'Ana', scopes: ['read'] })),
  n.map((one) => asked({ do: 'revoke-mandate', n: one })),
  fc.constant(asked({ do: 'message', text: 'Hello' })),
  fc.constant(asked({ do: 'message', text: 'And?', answers: 1 })),
  { weight: 3, arbitrary: pieces.map((list) => asked({ do: 'supply-pieces', pieces: list })) },
);
const ofTheService = fc.oneof(
  {
    weight: 3,
    arbitrary: pieces.map((list) =>
      ordered({ do: 'request-pieces', pieces: list, within: 'P30D' }),
    ),
  },
  { weight: 4, arbitrary: fc.constant(ordered({ do: 'take' })) },
  fc.constant(ordered({ do: 'release' })),
  fc.constant(ordered({ do: 'transfer', to: 'Bureau 2' })),
  fc.constant(ordered({ do: 'set-interview', on: '2027-02-01T09:00:00Z', place: 'Here' })),
  fc.constant(ordered({ do: 'hold-interview' })),
  fc.constant(ordered({ do: 'ask-opinion', of: 'doctor' })),
  fc.constant(ordered({ do: 'give-opinion' })),
  fc.constant(ordered({ do: 'register-at-counter' })),
  fc.constant(ordered({ do: 'close', reason: 'no-answer', proof })),
  {
    weight: 4,
    arbitrary: fc
      .tuple(n, fc.boolean())
      .map(([one, accepted]) => ordered({ do: 'answer-proposal', proposal: one, accepted })),
  },
  n.map((one) =>
    ordered({
      do: 'correct-clock',
      clock: 'silence',
      n: one,
      due: '2027-08-01T22:00:00Z',
      reason: 'late news',
    }),
  ),
  fc.constant(ordered({ do: 'decide', outcome: 'unfavourable', reasons: 'No.' })),
  fc.constant(ordered({ do: 'decide', outcome: 'favourable', reasons: 'Yes.' })),
);

/** Any sequence of things asked by both sides, minutes to two months apart. @internal */
export const moves = fc.array(
  fc
    .tuple(fc.oneof(ofTheHolder, ofTheService), fc.integer({ min: 0, max: 24 * 60 }))
    .map(([act, hours]): Move => ({ ...act, hours })),
  { minLength: 1, maxLength: 25 },
);

/** What a command is decided with: a sound version, a change on the one in force. @internal */
export function contextFor(now: Date, by: Author, state: DossierState): CommandContext {
  return {
    now,
    by,
    zone: 'Europe/Paris',
    profile: 'administration',
    judgement: soundJudgement,
    difference: changeOn(state.version),
  };
}
