import { expect, it } from 'vitest';
import { shorten } from '../short-errors.js';

const short = 'super(code + " " + JSON.stringify(at));';

it('throws codes, and no sentence', () => {
  expect(shorten('    super(messages[code](at as never));')).toBe(`    ${short}`);
  const cast = 'super((messages[code] as (at: Parameters<Messages[C]>[0]) => string)(at));';
  expect(shorten(cast)).toBe(short);
});

it('stops the build where errors make their sentences otherwise', () => {
  expect(() => shorten('super(sentenceOf(code));')).toThrow('short-errors.js must follow');
});
