import { describe, expect, it } from 'vitest';
import { doubtOf } from '../doubts.js';
import { doubtable, formats } from '../index.js';

/** Numbers computed from the published formulas, and the specimens of ICAO 9303. */
const vectors: Record<string, Record<string, string | undefined>> = {
  siret: {
    '732 829 320 00074': undefined,
    '35600000049837': undefined,
    '73282932000075': 'check-digit',
  },
  siren: { '732829320': undefined, '732829321': 'check-digit' },
  'tax-number': { '3023217600053': undefined, '3023217600054': 'check-digit' },
  'social-security-number': {
    '255081416802538': undefined,
    '2550814168025': undefined,
    '255081416802539': 'check-digit',
    // Born in a month that the papers do not give: 30, 42, 50 and 99 are real codes.
    [withKey('1803014168025')]: undefined,
    [withKey('1809914168025')]: undefined,
    [withKey('180072A168025')]: undefined,
    [withKey('180072B168025')]: undefined,
  },
  iban: {
    'FR76 3000 6000 0112 3456 7890 189': undefined,
    FR7630006000011234567890188: 'check-digit',
  },
  'visa-number': { FRA012345678: undefined, FRA01234567: 'length' },
  'foreigner-number': { '9912345678': undefined, '991234567': 'length' },
  'permit-number': { AB1234567: undefined, AB12345678: 'length' },
  'e-photo-code': { AB12CD34EF56GH78IJ90KL: undefined, AB12CD34EF56GH78IJ90K: 'length' },
  'application-number': { '1234567890123456789': undefined, '123456789012': 'length' },
  'work-authorisation-number': { '123456789012345678901': undefined, '12345678': 'length' },
  phone: {
    '06 12 34 56 78': undefined,
    '+33612345678': undefined,
    '0033612345678': undefined,
    '0692 12 34 56': undefined,
    '+84 91 234 56 78': undefined,
    '+33 1 00 00 00 00 00': 'not-in-use',
    '+999123456789': 'not-in-use',
  },
  'civil-name': {
    'Nguyễn Thị': undefined,
    "N'Guessan": undefined,
    Ḥusayn: undefined,
    XXX: 'placeholder',
    SNP: 'placeholder',
    '.': 'placeholder',
    Mar1e: 'has-digit',
    محمد: 'not-latin',
    'Мария Marie': 'not-latin',
  },
  'machine-readable-zone': {
    'P<FRADUPONT<<MARIE<<<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36FRA7408122F1204159ZE184226B<<<<<10':
      undefined,
    'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10':
      undefined,
    'P<FRADUPONT<<MARIE<<<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C37FRA7408122F1204159ZE184226B<<<<<10':
      'check-digit',
    // A birth of which only the year is known.
    [zone('80<<<<6')]: undefined,
    [zone('80<<<<7')]: 'check-digit',
  },
};

describe('doubts', () => {
  it('have vectors each', () => {
    expect(Object.keys(vectors).sort()).toEqual([...doubtable].sort());
  });

  it('are about formats that exist', () => {
    expect(doubtable.filter((name) => !Object.hasOwn(formats, name))).toEqual([]);
  });

  for (const [format, values] of Object.entries(vectors)) {
    it.each(Object.entries(values))(`${format} %s: %s`, async (value, doubt) => {
      expect(await doubtOf(format, value)).toBe(doubt);
    });
  }

  it('never throw, whatever is typed', async () => {
    for (const format of [...doubtable, 'constructor', 'email'])
      for (const value of ['', '<', '\ud800', '\u202e', '9'.repeat(10_000), '__proto__'])
        await expect(
          doubtOf(format, value),
          `${format} ${value.slice(0, 9)}`,
        ).resolves.not.toBeNull();
  });
});

function withKey(number: string): string {
  const digits = number.replace('2A', '19').replace('2B', '18');
  return number + String(97n - (BigInt(digits) % 97n)).padStart(2, '0');
}

/** A passport whose birth is as given, its composite digit computed over it (weights 7, 3, 1). */
function zone(birth: string): string {
  const [number, rest] = ['L898902C36', '1204159ZE184226B<<<<<1'];
  const parts = number + birth + rest;
  const sum = [...parts].reduce(
    (total, character, n) => total + valueOf(character) * ([7, 3, 1][n % 3] ?? 0),
    0,
  );
  return `P<FRADUPONT<<MARIE<<<<<<<<<<<<<<<<<<<<<<<<<<\n${number}FRA${birth}F${rest}${sum % 10}`;
}

function valueOf(character: string): number {
  return character === '<' ? 0 : parseInt(character, 36);
}
