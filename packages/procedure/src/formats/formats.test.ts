import { describe, expect, it } from 'vitest';
import { checkFormat, countryCodes, formats, normaliseFormat } from '../index.js';

const examples: Record<string, { good: string[]; bad: string[] }> = {
  date: { good: ['2027-02-28'], bad: ['2027-02-30', '27-02-2027', ''] },
  'partial-date': { good: ['1980', '1980-07', '1980-07-12'], bad: ['1980-00', 'unknown'] },
  month: { good: ['2027-02'], bad: ['2027-13', '2027'] },
  email: {
    good: ['linh@example.org', 'a.b+c@sub.example.org', 'tên@example.org'],
    bad: ['linh', 'a@b', '@x.org', 'a b@x.org', 'a@x..org', 'a@b@x.org'],
  },
  phone: {
    good: [
      '06 12 34 56 78',
      '+33 6 12 34 56 78',
      '0033612345678',
      '+855 12 345 678',
      '+262 692 12 34 56',
    ],
    bad: ['12', 'call me', '+0123456789'],
  },
  country: { good: ['FR', 'xk', 'VN'], bad: ['ZZ', 'FRA', ''] },
  'post-code-fr': { good: ['75011', '97 400', '20200'], bad: ['7501', '2A004'] },
  'foreigner-number': {
    good: ['9912345678', '99 12 34 56 78', '991234567'],
    bad: ['99123456789', 'A912345678'],
  },
  'document-number': { good: ['12AB34567', 'c 123 4567'], bad: ['12', 'N°12'] },
  'visa-number': { good: ['FRA012345678', 'fra 0123 45678'], bad: ['FRA01', 'FRA0123456789012'] },
};

describe('formats', () => {
  it('have an example each', () => {
    expect(Object.keys(examples).sort()).toEqual(Object.keys(formats).sort());
  });

  for (const [name, { good, bad }] of Object.entries(examples)) {
    it(`${name} takes what is right and refuses what is not`, () => {
      for (const text of good) expect(checkFormat(name, text), text).toBe(true);
      for (const text of bad) expect(checkFormat(name, text), text).toBe(false);
      for (const text of good) {
        const written = normaliseFormat(name, text);
        expect(normaliseFormat(name, written)).toBe(written);
        expect(written.length).toBeLessThanOrEqual(formats[name]?.maxLength ?? 0);
      }
    });
  }

  it('never refuse anybody for a format that does not exist', () => {
    expect(checkFormat('constructor', 'anything')).toBe(true);
  });

  it('know each country once', () => {
    expect(new Set(countryCodes).size).toBe(250);
  });
});
