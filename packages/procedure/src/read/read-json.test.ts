import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepest, readJson } from './read-json.js';

const seed = 20261123;
const read = (text: string) => readJson('f.json', text, new WeakMap());

describe('readJson', () => {
  it('reads what JSON.parse reads', () => {
    const values = fc.jsonValue({ maxDepth: 8, stringUnit: 'binary' });
    fc.assert(
      fc.property(values, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        if (/"(\/\/|__proto__)":/.test(text)) return;
        expect(read(text)).toEqual({ value: JSON.parse(text), faults: [] });
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
