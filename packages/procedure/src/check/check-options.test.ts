import { describe, expect, it } from 'vitest';
import { check } from '../check.js';
import { libraryCardWith } from '../testing/library-card.js';

const data = 'library-card/data.schema.json';

/** The rules reported for a choice, with the line that names its place. */
async function rulesFor(reason: object): Promise<(string | undefined)[]> {
  const files = await libraryCardWith({
    [data]: (s) => (s.properties.card.properties.reason = reason),
  });
  const lines = (files.files[data] ?? '').split('\n');
  const problems = await check(files);
  return problems
    .filter(({ rule }) => rule === 'unlisted-values' || rule === 'bad-option')
    .map(({ rule, line }) => `${rule} ${lines[line - 1]?.trim()}`);
}

describe('the options of a choice', () => {
  it.each([
    ['several values without a list', { type: 'array', items: { type: 'string', maxLength: 9 } }],
    ['a choice of nothing', { type: 'string', maxLength: 9, guichet: { kind: 'choice' } }],
  ])('are there to tick: %s', async (_, reason) => {
    expect(await rulesFor(reason)).toEqual(['unlisted-values "reason": {']);
  });

  it.each([
    ['an object', { enum: ['first', { lost: true }] }],
    ['a list', { enum: ['first', ['lost']] }],
    ['nothing', { enum: ['first', null] }],
    ['a number and the text of it', { enum: ['first', 1, '1'] }],
    ['one option twice', { type: 'array', items: { enum: ['lost', 'lost'] } }],
  ])('can each be picked: not %s', async (_, reason) => {
    expect(await rulesFor(reason)).toEqual(['bad-option "reason": {']);
  });

  it.each([
    ['texts', { enum: ['first', 'lost'] }],
    ['a number, and a text that is no number', { enum: [1, 'lost', true] }],
    ['several of a list', { type: 'array', items: { enum: ['first', 'lost'] } }],
  ])('are fine: %s', async (_, reason) => {
    expect(await rulesFor(reason)).toEqual([]);
  });
});
