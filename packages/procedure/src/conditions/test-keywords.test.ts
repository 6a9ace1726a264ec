import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import common from '../../../../schemas/meta/common.schema.json' with { type: 'json' };
import { testKeywords } from './test-keywords.js';

const page = readFileSync(new URL('../../docs/conditions.md', import.meta.url), 'utf8');

it('docs/conditions.md names every test, and editors propose the same', () => {
  expect(testKeywords.filter((keyword) => !new RegExp(`["\`]${keyword}["\`]`).test(page))).toEqual(
    [],
  );
  const proposed = Object.keys(common.$defs.test.properties).filter((name) => name !== '//');
  expect(proposed.sort()).toEqual([...testKeywords].sort());
});

it('docs/conditions.md shows JSON that is JSON', () => {
  const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  expect(blocks.length).toBeGreaterThan(1);
  for (const block of blocks) expect(() => JSON.parse(block) as unknown).not.toThrow();
});
