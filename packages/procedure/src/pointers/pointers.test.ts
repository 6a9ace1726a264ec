import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinPointer, parsePointer, patternOf } from '../index.js';

describe('pointers', () => {
  it('escape and unescape any segment', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (segments) => {
        expect(parsePointer(joinPointer(segments))).toEqual(segments);
      }),
      { seed: 20261123 },
    );
  });

  it('put * in place of row ids, nested groups included', () => {
    const groups = { '/children': {}, '/children/*/schools': {} };
    expect(patternOf('/children/k7f3q9x2ma/birth', groups)).toBe('/children/*/birth');
    expect(patternOf('/children/k7f3q9x2ma/schools/aaaa111111', groups)).toBe(
      '/children/*/schools/*',
    );
    expect(patternOf('/children', groups)).toBe('/children');
    expect(patternOf('/constructor/x', groups)).toBe('/constructor/x');
    expect(patternOf('/children/a/birth', new Set(['/children']))).toBe('/children/*/birth');
  });
});
