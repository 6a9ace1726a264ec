import { describe, expect, it } from 'vitest';
import { compareVoices } from '../validators/compare-voices.js';
import { reduce } from '../validators/reduce.js';

const seed = 20261123;

describe('the three voices', () => {
  it('agree after one filter, which removes nothing but marks where nothing is unknown', async () => {
    const { lost, cases, third, issues, clean } = await compareVoices({ seed, n: 2000 });
    expect(lost.join('\n'), `seed ${seed}`).toBe('');
    // Nothing is proved by cases that all fail, all pass, or that nobody else judges.
    expect([cases, third > 500, issues > 2000, clean > 50]).toEqual([2000, true, true, true]);
  });

  it('stop when their time is over', async () => {
    const { cases } = await compareVoices({ seed, n: 1_000_000, until: Date.now() - 1 });
    expect(cases).toBe(0);
  });
});

describe('reduce', () => {
  it('leaves what is needed to show it, and nothing else', async () => {
    const shows = (value: unknown) => JSON.stringify(value).includes('"needed":1');
    const least = await reduce({ a: [1, { needed: 1, b: 2 }], c: { d: 3 } }, shows);
    expect(least).toEqual({ a: [{ needed: 1 }] });
  });

  it('takes what throws for what does not show it', async () => {
    const shows = (value: unknown) => (value as { a: { b: number } }).a.b === 1;
    expect(await reduce({ a: { b: 1 }, c: 2 }, shows)).toEqual({ a: { b: 1 } });
  });
});
