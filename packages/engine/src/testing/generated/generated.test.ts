import { describe, expect, it } from 'vitest';
import { compile } from '@guichet/procedure';
import { settledVersion } from '../../versions/version-of.js';
import { chanceOf, generateSchema, generateVersion, procedureAround } from './generated.js';

/** What a generated procedure lacks on purpose: its words, and pages for its questions. */
const apart = [
  'missing-text',
  'missing-language',
  'unknown-text',
  'never-asked',
  'unreachable-step',
];
const seeds = Array.from({ length: 60 }, (_, i) => 20261123 + i);
const days = { today: '2026-11-23', filing: '2026-11-23' };

async function compiled(seed: number) {
  const chance = chanceOf(seed);
  const { published, problems } = await compile(
    procedureAround(generateSchema(chance, chance.between(3, 25))),
  );
  if (!published) throw new Error(`Seed ${seed} does not compile.`);
  const errors = problems.filter(
    ({ rule, severity }) => severity === 'error' && !apart.includes(rule),
  );
  return { published, errors, chance };
}

describe('generated procedures', () => {
  it('are of the admitted language', async () => {
    for (const seed of seeds) expect((await compiled(seed)).errors, `seed ${seed}`).toEqual([]);
  });

  it('and their answers are the same again from the same seed', async () => {
    for (const seed of seeds.slice(0, 10)) {
      const [first, again] = [await compiled(seed), await compiled(seed)];
      expect(again.published.planHash).toBe(first.published.planHash);
      expect(JSON.stringify(generateVersion(again.chance, again.published.plan))).toBe(
        JSON.stringify(generateVersion(first.chance, first.published.plan)),
      );
    }
  });

  it('are settled once and for all: settling what is settled changes nothing', async () => {
    for (const seed of seeds) {
      const { published, chance } = await compiled(seed);
      const settled = settledVersion(published.plan, generateVersion(chance, published.plan), days);
      expect(settledVersion(published.plan, settled, days), `seed ${seed}`).toEqual(settled);
    }
  });
});
