import { describe, expect, it } from 'vitest';
import { check } from '../../check.js';
import { libraryCardWith, rulesOf } from '../../testing/library-card.js';
import { patternFault } from './pattern-fault.js';

const safe: [string, number][] = [
  ['^[A-Z]{2}[0-9]{4}$', 6],
  ['^75', 5],
  ['^(?:FR|BE)?[0-9]{2} [A-Z]+$', 40],
  ["^\\p{L}[\\p{L} '’-]*$", 100],
  ['^\\S+@\\S+\\.\\S+$', 60],
  ['^[\\]\\-a-z]*$', 100],
  ['^(a|b|c)$', 10],
  ['^\\d{1,3}(,\\d{2})?$', 20],
  ['x', 1000],
];

const unsafe: [string, RegExp][] = [
  ['^(a+)+$', /repetition/],
  ['^(?:[a-z]+)*$', /repetition/],
  ['^(a|a)*$', /choice/],
  ['^(a|aa){2,30}$', /choice/],
  ['^((a*)b)*$', /repetition/],
  ['(a)\\1', /refers back/],
  ['(?<n>a)\\k<n>', /refers back/],
  ['^(?=a)a$', /ahead or behind/],
  ['(?<!a)b', /ahead or behind/],
  ['^.*.*.*=$', /steps/],
  ['(', /not a regular expression/],
  ['\\_', /not a regular expression/],
];

describe('patterns', () => {
  for (const [pattern, length] of safe) {
    it(`admits ${pattern}, and it is quick on the longest inputs`, () => {
      expect(patternFault(pattern, length)).toBeUndefined();
      const tested = new RegExp(pattern, 'u');
      for (const sign of ['a', 'A', '1', '@', '.', ' ', 'é']) {
        for (const text of [sign.repeat(length), `${sign.repeat(length - 1)}!`]) {
          const start = performance.now();
          tested.test(text);
          expect(performance.now() - start).toBeLessThan(50);
        }
      }
    });
  }

  for (const [pattern, fault] of unsafe) {
    it(`refuses ${pattern}`, () => {
      expect(patternFault(pattern, 200)).toMatch(fault);
    });
  }

  it('are checked wherever one stands', async () => {
    const files = await libraryCardWith({
      'library-card/data.schema.json': (s) =>
        (s.properties.card.properties.reportNumber.pattern = '^(a+)+$'),
    });
    expect(rulesOf(await check(files))).toContain('unsafe-pattern');
    const guard = await libraryCardWith({
      'library-card/flow.json': (s) =>
        (s.states.home.on.NEXT[0].guard.params.is.not.pattern = '(7)\\1'),
    });
    expect(rulesOf(await check(guard))).toContain('unsafe-pattern');
  });
});
