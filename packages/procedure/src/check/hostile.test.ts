import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../check.js';
import { type Edit, libraryCard, libraryCardWith, rulesOf } from '../testing/library-card.js';
import type { Problem, ProcedureFiles } from '../types/problem.js';

const data = 'library-card/data.schema.json';
const french = 'library-card/texts/fr.json';
const flow = 'library-card/flow.json';

/** Far above what any of these takes: it tells a hang, not a slow machine. */
const hang = 5_000;

async function checked(files: ProcedureFiles): Promise<readonly Problem[]> {
  const start = performance.now();
  const problems = await check(files);
  expect(performance.now() - start).toBeLessThan(hang);
  for (const { message, fix, line, column } of problems) {
    expect(message.length + fix.length).toBeLessThan(1500);
    expect(line * column).toBeGreaterThan(0);
  }
  return problems;
}

async function withText(file: string, text: string): Promise<ProcedureFiles> {
  const { id, files } = await libraryCard();
  return { id, files: { ...files, [file]: text } };
}

const nested = (depth: number, leaf: unknown): unknown => {
  let made = leaf;
  for (let i = 0; i < depth; i++) made = { allOf: [made] };
  return made;
};
const fan = (s: Parameters<Edit>[0], keyword: string) => {
  s.$defs = { d0: { type: 'boolean' } };
  for (let i = 1; i < 30; i++) {
    const before = { $ref: `#/$defs/d${i - 1}` };
    s.$defs[`d${i}`] = { type: 'object', [keyword]: [before, before, before] };
  }
  s.properties.bomb = { $ref: '#/$defs/d29' };
};
const many = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));

/** What an enemy writes → the file, the change, a rule that says so. */
const edits: [string, string, Edit, string][] = [
  [
    'a schema nested deeper than any form',
    data,
    (s) => (s.properties.deep = nested(40, {})),
    'json-too-deep',
  ],
  [
    'a block that refers to itself',
    data,
    (s) => (s.properties.card.properties.self = { $ref: '#' }),
    'ref-cycle',
  ],
  [
    'two blocks that refer to each other',
    data,
    (s) => {
      s.$defs = { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } };
      s.properties.loop = { $ref: '#/$defs/a' };
    },
    'ref-cycle',
  ],
  ['an exponential fan of allOf', data, (s) => fan(s, 'allOf'), 'schema-too-large'],
  ['an exponential fan of anyOf', data, (s) => fan(s, 'anyOf'), 'schema-too-large'],
  ['an exponential fan of oneOf', data, (s) => fan(s, 'oneOf'), 'schema-too-large'],
  [
    'a oneOf of a thousand branches',
    data,
    (s) =>
      (s.properties.wide = {
        type: 'object',
        oneOf: many(1000, (i) => ({
          properties: { is: { const: `b${i}` }, [`q${i}`]: { type: 'boolean' } },
          required: ['is'],
        })),
      }),
    'schema-too-large',
  ],
  [
    'a thousand ifs that read one answer',
    data,
    (s) =>
      (s.properties.card.allOf = many(1000, (i) => ({
        if: { properties: { reason: { const: 'lost' } }, required: ['reason'] },
        then: { properties: { [`q${i}`]: { type: 'boolean' } } },
      }))),
    'too-many-problems',
  ],
  [
    'a chain of ifs, each in the then of another',
    data,
    (s) => {
      let inner: unknown = { required: ['reason'] };
      for (let i = 0; i < 25; i++)
        inner = {
          if: { properties: { reason: { enum: many(i + 1, String) } }, required: ['reason'] },
          then: inner,
        };
      s.properties.card.allOf = [inner];
    },
    'impossible-value',
  ],
  [
    'a chain of questions, each decided by the one before',
    data,
    (s) => {
      s.properties.chain = {
        type: 'object',
        properties: Object.fromEntries(many(400, (i) => [`q${i}`, { type: 'boolean' }])),
        allOf: many(390, (i) => ({
          if: { properties: { [`q${i}`]: { const: true } }, required: [`q${i}`] },
          else: { properties: { [`q${i + 1}`]: false } },
        })),
      };
    },
    'never-asked',
  ],
  [
    'a catastrophic pattern',
    data,
    (s) => (s.properties.card.properties.reportNumber.pattern = '^(a|a)*$'),
    'unsafe-pattern',
  ],
  [
    'a pattern of a megabyte',
    data,
    (s) => (s.properties.card.properties.reportNumber.pattern = '('.repeat(900_000)),
    'bad-assertion',
  ],
  [
    'a pattern of a hundred doubts',
    data,
    (s) =>
      (s.properties.card.properties.reportNumber.pattern = `^${'a?'.repeat(100)}${'a'.repeat(100)}$`),
    'unsafe-pattern',
  ],
  [
    'a name of a megabyte',
    data,
    (s) => (s.properties.card.properties['n'.repeat(900_000)] = { type: 'boolean' }),
    'bad-name',
  ],
  ['a key of a megabyte', data, (s) => (s.properties.card['k'.repeat(900_000)] = 1), 'unknown-key'],
  ['a message of a megabyte', french, (s) => (s.title = 'x'.repeat(900_000)), 'bad-shape'],
  [
    'a message of braces inside braces',
    french,
    (s) => (s.title = '{a, select, other {'.repeat(20_000)),
    'bad-message',
  ],
  [
    'fifty thousand unknown keys',
    data,
    (s) => many(50_000, (i) => (s[`k${i}`] = 1)),
    'too-many-problems',
  ],
  [
    'twenty thousand options',
    data,
    (s) => (s.properties.card.properties.reason.enum = many(20_000, (i) => `o${i}`)),
    'too-many-problems',
  ],
  [
    'a thousand required names that nothing defines',
    data,
    (s) => (s.required = many(5000, (i) => `n${i}`)),
    'too-many-problems',
  ],
  [
    'half a character in a name',
    data,
    (s) => (s.properties.card.properties['a\ud83d'] = { type: 'boolean' }),
    'bad-name',
  ],
  [
    'a name that reads from right to left',
    data,
    (s) => (s.properties.card.properties['a\u202eb'] = { type: 'boolean' }),
    'bad-name',
  ],
  [
    'a message that reads from right to left',
    french,
    (s) => (s.title = 'Carte \u202etnemom'),
    'hidden-sign',
  ],
  ['a direction that is never closed', french, (s) => (s.title = 'Carte \u2067x'), 'hidden-sign'],
  [
    'a null character in an option',
    data,
    (s) => (s.properties.card.properties.reason.enum = ['fi\u0000rst']),
    'hidden-sign',
  ],
  [
    'names of rows',
    data,
    (s) =>
      (s.properties.children.items = {
        type: 'object',
        properties: { _row: { type: 'string', maxLength: 9 }, '*': { type: 'boolean' } },
      }),
    'bad-name',
  ],
  [
    'a step that is a part of every object',
    flow,
    (s) => (s.states.person.on.NEXT = 'toString'),
    'unknown-step',
  ],
  [
    'a group of words that is a part of every object',
    flow,
    (s) => (s.states.card.meta.ask[0].group = 'constructor'),
    'missing-text',
  ],
];

/** Texts that no JSON writer would make → a rule that says so. */
const texts: [string, (text: string) => string, string][] = [
  ['ten thousand objects inside each other', () => '{"allOf":['.repeat(10_000), 'json-too-deep'],
  [
    'a prototype',
    (text) => text.replace('"card": {', '"__proto__": { "polluted": true }, "card": {'),
    'json-forbidden-key',
  ],
  [
    'an escaped prototype',
    (text) => text.replace('"card": {', '"\\u005f_proto__": { "polluted": true }, "card": {'),
    'json-forbidden-key',
  ],
  [
    'a key written twice',
    (text) => text.replace('"type": "object"', '"type": "object", "type": "object"'),
    'json-duplicate-key',
  ],
  [
    'a number beyond doubles',
    (text) => text.replace('"maxItems": 12', '"maxItems": 1e400'),
    'json-number',
  ],
  [
    'a number that a double cannot hold',
    (text) => text.replace('"maxItems": 12', '"maxItems": 9007199254740993'),
    'json-number',
  ],
  [
    'a number that would be read as zero',
    (text) => text.replace('"maxItems": 12', '"maxItems": 1e-400'),
    'json-number',
  ],
  [
    'a number of a megabyte',
    (text) => text.replace('"maxItems": 12', `"maxItems": ${'9'.repeat(900_000)}`),
    'json-number',
  ],
  ['half a character, escaped', (text) => text.replace('"first"', '"\\ud83d"'), 'broken-sign'],
  ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').toString('utf8'), 'file-encoding'],
  ['a byte order mark', (text) => `\ufeff${text}`, 'file-encoding'],
  ['a megabyte of spaces', (text) => text + ' '.repeat(900_000 - text.length), ''],
  ['a megabyte of open brackets', () => '['.repeat(900_000), 'json-too-deep'],
  ['a megabyte of commas', () => `[${','.repeat(900_000)}]`, 'json-syntax'],
  ['a text that never ends', () => `"${'\\u0041'.repeat(150_000)}`, 'json-syntax'],
];

beforeAll(async () => {
  await check(await libraryCard()); // the meta-schemas are compiled once
});

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

describe('a hostile folder is a list of problems, fast', () => {
  for (const [title, file, edit, rule] of edits) {
    it(title, async () => {
      expect(rulesOf(await checked(await libraryCardWith({ [file]: edit })))).toContain(rule);
    });
  }
  for (const [title, make, rule] of texts) {
    it(title, async () => {
      const { files } = await libraryCard();
      const rules = rulesOf(await checked(await withText(data, make(files[data] ?? ''))));
      expect(rules).toEqual(rule === '' ? [] : expect.arrayContaining([rule]));
    });
  }

  it('minus zero is zero', async () => {
    const { files } = await libraryCard();
    const text = (files[data] ?? '').replace('"maxItems": 12', '"maxItems": 12, "minItems": -0');
    expect(await checked(await withText(data, text))).toEqual([]);
  });

  it('questions named as a part of every object are asked like any other', async () => {
    const names = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then'];
    const label =
      (lang: string): Edit =>
      (s) => {
        for (const name of names) s.fields[`/card/${name}`] = { label: `${name} ${lang}` };
      };
    const files = await libraryCardWith({
      [data]: (s) => {
        for (const name of names) {
          s.properties.card.properties[name] = { type: 'boolean', guichet: { source: 'rules' } };
        }
        s.properties.card.dependentRequired = { constructor: ['toString'] };
      },
      [french]: label('fr'),
      'library-card/texts/en.json': label('en'),
    });
    expect((await checked(files)).filter(({ rule }) => rule !== 'missing-text')).toEqual([]);
  });
});

it('this file holds the signs it speaks of as escapes only', () => {
  expect(readFileSync(new URL(import.meta.url), 'utf8')).not.toMatch(
    /[\u202a-\u202e\u2066-\u2069\u0000]/,
  );
});
