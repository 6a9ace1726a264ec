import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Condition, Plan, Published, Test, Texts } from '@guichet/procedure';
import { compileStudent } from '../fixtures/student.js';
import { contentOf } from '../model/content.js';
import { speakerOf } from '../texts/speaker.js';
import { emptyPlan } from '../testing/empty-plan.js';
import { explain } from './explain.js';
import { ruleWords } from './rule-words.js';

let published: Published;
beforeAll(async () => {
  published = await compileStudent();
});

const text = { kind: 'text', schema: { type: 'string' } } as const;
const plan: Plan = {
  ...emptyPlan,
  fields: {
    '/a': text,
    '/n': { kind: 'money', schema: { type: 'integer' }, unit: 'EUR' },
    '/d': { kind: 'date', schema: { type: 'string', format: 'date' } },
    '/g/*/x': text,
    '/k/*/y': text,
    '/c': { kind: 'choice', schema: { enum: ['v', 'w', 'x'] }, confidential: true },
    '/byC': {
      ...text,
      required: { at: '/a', known: true },
      show: { at: '/c', is: { const: 'v' } },
    },
    '/asked': { ...text, show: { some: '/g', where: { at: './x', is: { const: 'v' } } } },
  },
  groups: {
    '/g': { maxItems: 5 },
    '/k': { maxItems: 5, source: 's', show: { at: '/a', is: { const: 'v' } } },
  },
  sources: { s: { title: 'S', trust: 'K' } },
  values: { floor: [{ from: '2026-01-01', is: 61500, unit: 'EUR cents', source: 's' }] },
};

const labels = {
  '/a': 'A',
  '/n': 'N',
  '/d': 'D',
  '/g/*/x': 'X',
  '/asked': 'Asked',
  '/c': 'C',
  '/byC': 'By C',
};
const textsIn = (lang: string): Texts => {
  const bundle = published.texts[lang]?.bundle as Texts;
  const fields = Object.fromEntries(Object.entries(labels).map(([at, label]) => [at, { label }]));
  return { ...bundle, fields, groups: { '/g': { title: 'G' } } };
};
const nothing = contentOf({ answers: {}, rows: {}, marks: {}, pieces: {} });

/** A rule in words, in English by default, with plain spaces. */
function words(condition: Condition, lang = 'en'): string {
  const speaker = speakerOf(plan, textsIn(lang), nothing);
  const said = ruleWords({ plan, speaker, day: '2026-11-23' }, condition, '');
  return said.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u2068\u2069]/g, '');
}
const leaf = (at: string, is: Test): Condition => ({ at, is });

const said: readonly (readonly [Condition, string])[] = [
  [leaf('/a', { const: 'v' }), '“A” is ‘v’'],
  [{ not: leaf('/a', { const: 'v' }) }, '“A” is not ‘v’'],
  [leaf('/a', { enum: ['v', 'w'] }), '“A” is ‘v’ or ‘w’'],
  [leaf('/a', { not: { enum: ['v', 'w'] } }), '“A” is not ‘v’ or ‘w’'],
  [leaf('/a', { type: 'string' }), '“A” is answered'],
  [{ at: '/a', known: false }, '“A” is not answered'],
  [{ not: { at: '/a', known: false } }, '“A” is answered'],
  [leaf('/a', { pattern: '^7' }), '“A” has the expected form'],
  [leaf('/a', { format: 'email' }), '“A” has the expected form'],
  [leaf('/a', { minLength: 2 }), '“A” has at least 2 characters'],
  [leaf('/a', { maxLength: 1 }), '“A” has at most 1 character'],
  [leaf('/a', { minItems: 2 }), '“A” has at least 2 answers'],
  [{ not: leaf('/a', { maxItems: 1 }) }, '“A” has more than 1 answer'],
  [leaf('/a', { contains: { enum: ['v'] } }), '“A” contains ‘v’'],
  [leaf('/n', { minimum: 5000 }), '“N” is at least €50'],
  [{ not: leaf('/n', { minimum: 5000 }) }, '“N” is less than €50'],
  [leaf('/n', { exclusiveMaximum: 5000 }), '“N” is less than €50'],
  [leaf('/n', { maximum: 5000 }), '“N” is at most €50'],
  [leaf('/n', { exclusiveMinimum: 5000 }), '“N” is more than €50'],
  [leaf('/n', { multipleOf: 100 }), '“N” is a multiple of €1'],
  [leaf('/n', { atLeast: 'floor' }), '“N” is at least €615'],
  [leaf('/n', { below: 'floor' }), '“N” is less than €615'],
  [leaf('/d', { notBefore: '2026-01-01' }), '“D” is no earlier than January 1, 2026'],
  [
    { not: leaf('/d', { notAfter: { from: 'filing', add: '-P1M' } }) },
    '“D” is later than 1 month before the day of filing',
  ],
  [
    leaf('/d', { notAfter: { from: '/d', add: 'P1Y2D' } }),
    '“D” is no later than 1 year and 2 days after the date given for “D”',
  ],
  [leaf('/d', { youngerThan: 'P18Y' }), '“D” is less than 18 years before the day of filing'],
  [{ not: leaf('/d', { olderThan: 'P2W' }) }, '“D” is at most 2 weeks before the day of filing'],
  [leaf('/d', { notBefore: { from: 'event:FILED' } }), '“D” is no earlier than a step of the file'],
  [
    {
      all: [
        leaf('/a', { const: 'v' }),
        {
          any: [
            { at: '/n', known: true },
            { at: '/d', known: true },
          ],
        },
      ],
    },
    '“A” is ‘v’ and (“N” is answered or “D” is answered)',
  ],
  [
    {
      not: {
        all: [
          { at: '/a', known: true },
          { at: '/n', known: true },
        ],
      },
    },
    '“A” is not answered or “N” is not answered',
  ],
  [
    leaf('/a', { allOf: [{ minLength: 2 }, { not: { const: 'vv' } }] }),
    '“A” has at least 2 characters and “A” is not ‘vv’',
  ],
  [{ some: '/g', where: leaf('./x', { const: 'v' }) }, 'at least one line of “G” where “X” is ‘v’'],
  [{ every: '/g', where: leaf('./x', { const: 'v' }) }, 'every line of “G” where “X” is ‘v’'],
  [
    { not: { some: '/g', where: leaf('./x', { const: 'v' }) } },
    'every line of “G” where “X” is not ‘v’',
  ],
];

describe('a rule in words', () => {
  it.each(said)('%j', (condition, sentence) => {
    expect(words(condition)).toBe(sentence);
    for (const lang of ['fr', 'ar']) {
      const other = words(condition, lang);
      expect(other.length).toBeGreaterThan(3);
      expect(other).not.toMatch(/because\.|[{}]|undefined|answered|least/);
    }
  });

  it('has its words in the three languages, and no word that nothing says', () => {
    const file = (lang: string) =>
      new URL(`../../../../schemas/shared/texts/${lang}/explanations.json`, import.meta.url);
    const read = (lang: string) =>
      JSON.parse(readFileSync(file(lang), 'utf8')) as { readonly ui: object };
    const sources = [
      'rule-words',
      'reason',
      'explain',
      'would-change',
      '../versions/summarise-changes',
    ]
      .map((name) => readFileSync(new URL(`./${name}.ts`, import.meta.url), 'utf8'))
      .join('\n');
    for (const key of Object.keys(read('fr').ui)) {
      const last = key.slice(key.lastIndexOf('.') + 1);
      // Named after the operation.
      if (key.startsWith('changes.row-')) continue;
      expect(
        sources.includes(key) || sources.includes(`'${last}'`) || sources.includes(`'!${last}'`),
        key,
      ).toBe(true);
    }
  });
});

describe('an explanation over rows', () => {
  const days = { today: '2026-11-23', filing: '2026-11-23' };
  const given = (
    rows: readonly string[] | undefined,
    answers: Readonly<Record<string, string>> = {},
  ) => ({
    ...{
      format: 1 as const,
      id: 'D',
      key: 'K',
      startedAt: '',
      n: 0,
      marks: {},
      pieces: {},
      continued: [],
    },
    procedure: { id: '', version: '', planHash: '' },
    rows: rows ? { '/g': rows } : {},
    answers,
  });
  const told = (...of: Parameters<typeof given>) =>
    explain(plan, textsIn('en'), given(...of), '/asked', days);

  it('names the row that decided, and no other', () => {
    const { asked, because } = told(['r1', 'r2'], { '/g/r1/x': 'w', '/g/r2/x': 'v' });
    expect(asked).toBe('true');
    expect(because.map(({ at }) => at)).toEqual(['/g/r2/x']);
  });

  it('names every row when none did', () => {
    const { asked, because } = told(['r1', 'r2'], { '/g/r1/x': 'w', '/g/r2/x': 'w' });
    expect(asked).toBe('false');
    expect(because.map(({ at }) => at)).toEqual(['/g/r1/x', '/g/r2/x']);
  });

  it('names the row that is not answered, while it may decide', () => {
    const { asked, because } = told(['r1', 'r2'], { '/g/r1/x': 'w' });
    expect(asked).toBe('unknown');
    expect(because).toMatchObject([{ at: '/g/r2/x', is: 'unanswered' }]);
  });

  it('says that there is no row, or that nobody has said yet', () => {
    expect(told([])).toMatchObject({
      asked: 'false',
      because: [{ at: '/g', is: 'rows', sentence: '“G”: no line.' }],
    });
    expect(told(undefined)).toMatchObject({
      asked: 'unknown',
      because: [{ at: '/g', is: 'unanswered' }],
    });
  });

  it('refuses what the procedure does not have', () => {
    const asks = (pointer: string) => () => explain(plan, textsIn('en'), given([]), pointer, days);
    for (const pointer of ['/nothing', '@fee/nothing', '@step/toString', '/g/*/x', 'a'])
      expect(asks(pointer)).toThrow(/names no field or group/);
    expect(asks('@piece/nothing')).toThrow(/names no piece/);
  });

  it('with words older than explanations says nothing rather than keys', () => {
    const old = { ...textsIn('en'), ui: {} };
    expect(explain(plan, old, given(['r1']), '/asked', days).sentences).toEqual([]);
  });

  it('says that a confidential answer decided, and never which it is', () => {
    const of = (answers: Readonly<Record<string, string>>) =>
      explain(plan, textsIn('en'), given(undefined, answers), '/byC', days);
    const told = of({ '/c': 'w' });
    expect(told).toMatchObject({
      asked: 'false',
      because: [{ at: '/c', is: 'hidden', answer: '' }],
    });
    expect(told.because[0]?.sentence).toBe('“C”: there is an answer.');
  });

  it('says what would change it, and only what would', () => {
    const of = (answers: Readonly<Record<string, string>>) =>
      explain(plan, textsIn('en'), given(undefined, answers), '/byC', days).wouldChange;
    expect(of({ '/c': 'w' })).toMatchObject([{ at: '/c', values: ['v'], makes: 'true' }]);
    expect(of({ '/c': 'v' })).toMatchObject([{ at: '/c', values: ['w', 'x'], makes: 'false' }]);
    expect(of({})).toMatchObject([
      { values: ['v'], makes: 'true' },
      { values: ['w', 'x'], makes: 'false' },
    ]);
  });

  it('says why an answer is expected, once it is asked', () => {
    const of = (answers: Readonly<Record<string, string>>) =>
      explain(plan, textsIn('en'), given(undefined, answers), '/byC', days);
    expect(of({ '/c': 'v' }).required).toMatchObject({
      is: 'false',
      because: [{ at: '/a', is: 'unanswered' }],
    });
    expect(of({ '/c': 'v', '/a': 'z' }).required).toMatchObject({
      is: 'true',
      rule: '“A” is answered',
    });
    expect(of({ '/c': 'w', '/a': 'z' }).required?.is).toBe('false');
  });

  it('of an answer in a row counts what decides the group, and its source', () => {
    const draft = { ...given(undefined, { '/a': 'w' }), rows: { '/k': ['r1'] } };
    const told = explain(plan, textsIn('en'), draft, '/k/r1/y', days);
    expect(told).toMatchObject({
      asked: 'false',
      because: [{ at: '/a' }],
      source: { name: 's', trust: 'K' },
    });
    expect(told.sentences).toContain('This text is still to be checked.');
  });
});
