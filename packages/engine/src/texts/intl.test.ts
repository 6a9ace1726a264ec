import { expect, it } from 'vitest';
import { formatDate } from './intl.js';

it.each([
  ['2031-05-01', 'fr', '1er mai 2031'],
  ['2031-05-11', 'fr', '11 mai 2031'],
  ['2031-05', 'fr', 'mai 2031'],
  ['2031-05-01', 'en', 'May 1, 2031'],
])('says %s in %s as people write it', (day, lang, said) => {
  expect(formatDate(day, lang)).toBe(said);
});
