import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argumentsOf, parseMessage } from './parse-message.js';

const parsed = (text: string) => {
  const made = parseMessage(text);
  return 'message' in made ? made.message : `fault: ${made.fault}`;
};

describe('parseMessage', () => {
  it('keeps plain text plain, apostrophes and # included', () => {
    expect(parsed("L'adresse n° #3, 100 %")).toBe("L'adresse n° #3, 100 %");
    expect(parsed('')).toBe('');
  });

  it('reads arguments', () => {
    expect(parsed('Le {day, date} : {cents,money}, {n, number} {name}')).toEqual([
      'Le ',
      { arg: 'day', as: 'date' },
      ' : ',
      { arg: 'cents', as: 'money' },
      ', ',
      { arg: 'n', as: 'number' },
      ' ',
      { arg: 'name' },
    ]);
  });

  it('reads plurals, # being their number, and selects', () => {
    expect(parsed('{n, plural, =0 {aucun} one {# jour} other {# jours}} !')).toEqual([
      {
        plural: 'n',
        cases: {
          '=0': 'aucun',
          one: [{ arg: 'n', as: 'number' }, ' jour'],
          other: [{ arg: 'n', as: 'number' }, ' jours'],
        },
      },
      ' !',
    ]);
    expect(
      parsed('{x, select, a {A} other {{n, plural, one {1} two {2} few {3} many {4} other {5}}}}'),
    ).toEqual([
      {
        select: 'x',
        cases: {
          a: 'A',
          other: [{ plural: 'n', cases: { one: '1', two: '2', few: '3', many: '4', other: '5' } }],
        },
      },
    ]);
  });

  it('names the arguments of a message, nested ones too', () => {
    const made = parseMessage('{a} {n, plural, one {{b}} other {# {c, date}}}');
    expect('message' in made && [...argumentsOf(made.message)].sort()).toEqual([
      'a',
      'b',
      'c',
      'n',
    ]);
  });

  for (const text of [
    '{',
    '}',
    '{}',
    '{a',
    '{a,}',
    '{a, time}',
    '{n, plural, one {x}}',
    '{n, plural, some {x} other {y}}',
    '{n, plural, one {x} one {y} other {z}}',
    '{n, plural, other {x}',
    '{ a b }',
    '{n, plural, other x}',
  ]) {
    it(`refuses ${text}`, () => {
      expect(parseMessage(text)).toHaveProperty('fault');
    });
  }

  it('never throws and never takes long, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'{},# =1anplurselct other'), maxLength: 60 }),
        (text) => {
          parseMessage(text);
        },
      ),
      { seed: 20261123, numRuns: 2000 },
    );
    expect(parseMessage('{a, select, other {'.repeat(50_000))).toHaveProperty('fault');
  });
});
