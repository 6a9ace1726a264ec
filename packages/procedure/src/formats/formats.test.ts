import { readFileSync } from 'node:fs';
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
  'permit-number': { good: ['AB1234567', 'ab 1234 567'], bad: ['AB', 'N°12345'] },
  'stamp-number': { good: ['1234 5678 9012 3456'], bad: ['123456789012345', '1234567890123456A'] },
  'e-photo-code': { good: ['AB12-CD34-EF56-GH78-IJ90-KL', 'ab12cd34ef56gh78ij90k'], bad: ['AB12'] },
  'application-number': { good: ['7501-20270223-000123'], bad: ['7501', '#12345678'] },
  'work-authorisation-number': { good: ['075012345678901234567'], bad: ['0750'] },
  'asylum-number': { good: ['2027/123 456', '12-345678'], bad: ['12', 'dossier n° 4'] },
  siren: { good: ['732 829 320'], bad: ['73282932', 'A73282932'] },
  siret: { good: ['732 829 320 00074', '35600000049837'], bad: ['732829320', '7328293200007A'] },
  'association-number': { good: ['W751234567', 'w 751 234 567'], bad: ['751234567', 'W75123456'] },
  'activity-code': { good: ['85.42Z', '8542z'], bad: ['8542', '85421'] },
  'tax-number': { good: ['30 23 217 600 053'], bad: ['4023217600053', '302321760005'] },
  'social-security-number': {
    good: ['2 55 08 14 168 025 38', '2550814168025', '1 80 99 2A 001 234'],
    bad: ['25508141680253', '255081416802C'],
  },
  'commune-insee': { good: ['75111', '2A004', '97411'], bad: ['2C004', '7511'] },
  iban: { good: ['FR76 3000 6000 0112 3456 7890 189'], bad: ['FR76', '7630006000011234567890189'] },
  'machine-readable-zone': {
    good: [
      'P<FRADUPONT<<MARIE<<<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36FRA7408122F1204159ZE184226B<<<<<10',
      'p<fradupont<<marie<<<<<<<<<<<<<<<<<<<<<<<<<< l898902c36fra7408122f1204159ze184226b<<<<<10',
    ],
    bad: ['P<FRADUPONT<<MARIE', ''],
  },
  'civil-name': {
    good: ["N'Guessan", 'Müller-Le Goff', 'Nguyễn Thị', '陳', 'محمد', 'D’Arc', 'a'],
    bad: ['', '.', '123', 'An\u0000'],
  },
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

describe('docs/formats.md', () => {
  it('has a line for each format, and none for another', () => {
    const page = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');
    const firstCells = [...page.matchAll(/^\| (`[^|]*?) *\|/gm)].map(([, cell]) => cell ?? '');
    const named = firstCells.flatMap((cell) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    expect(named.sort()).toEqual(Object.keys(formats).sort());
  });
});
