import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepest, readJson } from './read-json.js';

const seed = 20261123;
const read = (text: string) => readJson('f.json', text, new WeakMap());

const withoutMinusZero = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) => (inner === 0 ? 0 : inner)) as unknown;

const isFine = [
  'Élodie',
  'مرحبا \u2067x\u2069 (\u20662\u2069)',
  'می\u200cخواهم',
  '👩\u200d👧',
  'a\n\tb',
  'a\u200eb\u200fc',
];
const isNot: [string, string][] = [
  ['\ud83d', 'broken-sign'],
  ['a\udc00b', 'broken-sign'],
  ['a\u202eb', 'hidden-sign'],
  ['a\u202cb', 'hidden-sign'],
  ['\u2067a', 'hidden-sign'],
  ['\u2067a\nb\u2069', 'hidden-sign'],
  ['a\u2069', 'hidden-sign'],
  ['a\u0000', 'hidden-sign'],
  ['a\u200bb', 'hidden-sign'],
  ['\u{e0041}', 'hidden-sign'],
];
const numbers: [string, number, boolean][] = [
  ['9007199254740991', 9007199254740991, true],
  ['9007199254740992', 9007199254740992, true],
  ['9007199254740993', 0, false],
  ['-9007199254740993', 0, false],
  ['1e308', 1e308, true],
  ['1e309', 0, false],
  ['-1e400', 0, false],
  ['5e-324', 5e-324, true],
  ['1e-400', 0, false],
  ['0e-400', 0, true],
  ['-0', 0, true],
  ['0.1', 0.1, true],
];

describe('readJson', () => {
  it.each(isFine.map((text) => [JSON.stringify(text), text]))('takes %s as it is', (json, text) => {
    expect(read(json)).toEqual({ value: text, faults: [] });
  });

  it.each(isNot.map(([text, rule]) => [JSON.stringify(text), rule]))(
    'reports %s: %s',
    (json, rule) => {
      expect(read(`[${json}]`).faults).toMatchObject([{ rule, offset: 1 }]);
    },
  );

  it.each(numbers)('reads %s', (literal, value, isExact) => {
    const found = read(`[${literal}]`);
    expect(found.value).toEqual([value]);
    expect(found.faults.map(({ rule }) => rule)).toEqual(isExact ? [] : ['json-number']);
  });

  it('reads what JSON.parse reads', () => {
    const values = fc.jsonValue({ maxDepth: 8, stringUnit: 'binary' });
    fc.assert(
      fc.property(values, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        if (/"(\/\/|__proto__)":/.test(text)) return;
        const { value: found, faults } = read(text);
        if (faults.some(({ rule }) => rule === 'json-number')) return;
        expect(found).toEqual(withoutMinusZero(JSON.parse(text)));
        expect(faults.filter(({ rule }) => !/number|sign/.test(rule))).toEqual([]);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('refuses what JSON.parse refuses, at a place inside the text', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'{}[]",:0-.e1tfn\\u"ab /'), maxLength: 24 });
    fc.assert(
      fc.property(texts, (text) => {
        const { faults } = read(text);
        const syntax = faults.filter((fault) => fault.rule === 'json-syntax');
        expect(syntax.length > 0).toBe(!parses(text));
        for (const fault of faults) expect(fault.offset).toBeLessThanOrEqual(text.length);
      }),
      { seed, numRuns: 3000 },
    );
  });

  it('leaves comments out, and reports a key written twice or forbidden', () => {
    expect(read('{"//":"a","//":"b","x":1}')).toEqual({ value: { x: 1 }, faults: [] });
    const { value, faults } = read('{"a":1,"a":2,"__proto__":{"b":1}}');
    expect(value).toEqual({ a: 1 });
    expect(faults.map((fault) => [fault.rule, fault.offset])).toEqual([
      ['json-duplicate-key', 7],
      ['json-forbidden-key', 13],
    ]);
    expect(({} as Record<string, unknown>)['b']).toBeUndefined();
  });

  it('names the comma that is missing before the next member', () => {
    const { faults } = read('{"a":1\n"b":2}');
    expect(faults[0]?.message).toContain('A comma is missing before this, or "}".');
    expect(read('[1 2]').faults[0]?.message).toContain('A comma is missing before this, or "]".');
    expect(read('{"a":1').faults[0]?.message).toContain('"}" was expected here.');
  });

  it('stops at a depth no honest file reaches', () => {
    expect(read('['.repeat(deepest) + ']'.repeat(deepest)).faults).toEqual([]);
    expect(read('['.repeat(1_000_000)).faults[0]?.rule).toBe('json-too-deep');
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
