import { describe, expect, it } from 'vitest';
import { readCommand } from './read-command.js';

describe('a command off the wire', () => {
  it('is read in camel or kebab case, without what it should not carry', () => {
    const body = {
      proof: { kind: 'letter' },
      effectiveAt: '2026-12-01',
      by: 'officer',
      do: 'decide',
    };
    const read = { do: 'transmit', proof: { kind: 'letter' }, effectiveAt: '2026-12-01' };
    expect(readCommand('transmit', body)).toEqual(read);
    expect(readCommand('undoWithdrawal')).toEqual({ do: 'undo-withdrawal' });
  });

  it.each([
    ['dissolve', {}, 'command-unknown'],
    ['constructor', {}, 'command-unknown'],
    ['__proto__', {}, 'command-unknown'],
    ['transmit', { effectiveAt: '2026-12-01' }, 'command-malformed'],
    ['transmit', { proof: [], effectiveAt: '2026-12-01' }, 'command-malformed'],
    ['transmit', { proof: { kind: 7 }, effectiveAt: '2026-12-01' }, 'command-malformed'],
    ['decide', { outcome: 'perhaps', reasons: 'x' }, 'command-malformed'],
    ['decide', { outcome: 'favourable', reasons: 'x', answers: [null] }, 'command-malformed'],
    ['request-pieces', { pieces: 'identity', within: 'P1D' }, 'command-malformed'],
    ['appeal', { to: 'x'.repeat(4001) }, 'command-malformed'],
  ])('named %s with %j is refused', (name, body, code) => {
    expect(readCommand(name, body as Record<string, unknown>)).toMatchObject({ refused: code });
  });
});
