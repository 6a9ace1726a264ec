import { expect, it } from 'vitest';
import { formatMessage } from './format-message.js';
import { isolated } from './isolated.js';

it('keeps a hostile file name from turning the words around it', () => {
  expect(isolated('photo\u202egpj.exe')).toBe('\u2068photogpj.exe\u2069');
});

it('leaves letters, joiners and accents of any script as they are', () => {
  expect(isolated('می‌خواهم é.pdf')).toBe('\u2068می‌خواهم é.pdf\u2069');
});

it('drops the overrides of a name put into any message', () => {
  expect(formatMessage([{ arg: 'name' }, ' est vide'], { name: 'a\u202eb' }, 'fr')).toBe('ab est vide');
});
