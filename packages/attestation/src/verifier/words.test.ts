import { expect, it } from 'vitest';
import ar from '../../verifier/texts/ar.json';
import en from '../../verifier/texts/en.json';
import fr from '../../verifier/texts/fr.json';
import { preferredLanguage, wordsIn } from './words.js';

it('says every key in every language, with the same parameters', () => {
  const shape = (texts: Record<string, string>) =>
    Object.entries(texts)
      .filter(([key]) => !key.startsWith('keys.'))
      .map(([key, text]) => [key, (text.match(/\{\w+\}/g) ?? []).toSorted()]);
  for (const texts of [en, ar]) {
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(fr).toSorted());
    expect(Object.fromEntries(shape(texts))).toEqual(Object.fromEntries(shape(fr)));
  }
});

it('says partial dates, times of the operator, and codes nobody named as they are', () => {
  const words = wordsIn('fr', 'Europe/Paris');
  expect(words.day('1999-04-02')).toBe('2 avril 1999');
  expect(words.day('1999-04')).toBe('avril 1999');
  expect(words.day('1999')).toBe('1999');
  expect(words.day('?')).toBe('?');
  expect(words.moment('2026-11-23T23:14:07Z')).toMatch(/^24 novembre 2026 à 00:14 \(Paris\)$/);
  expect(words.named('kind', 'filing')).toBe('Attestation de dépôt');
  expect(words.named('kind', 'mystery')).toBe('mystery');
  expect(words.named('state', 'decided.favourable.awaitingCollection')).toBe('Décision favorable');
  expect(wordsIn('ar', 'Europe/Paris').day('1999-04-02')).toContain('1999');
});

it('counts in each language', () => {
  expect([0, 1, 3].map((n) => wordsIn('en', 'UTC').count(n))).toEqual([
    'no key',
    '1 key',
    '3 keys',
  ]);
  expect(wordsIn('ar', 'UTC').count(3)).toBe('3 مفاتيح');
});

it('opens in the first of the person’s languages that it speaks', () => {
  expect(preferredLanguage(['ti', 'ar-DZ', 'fr'])).toBe('ar');
  expect(preferredLanguage(['ti'])).toBe('fr');
});
