import { expect, it } from 'vitest';
import main from '../../../.storybook/main.js';

it('stories run on the packages’ sources, so that they need no build', async () => {
  const { viteFinal } = main;
  if (typeof viteFinal !== 'function') throw new Error('.storybook/main.ts has no viteFinal.');
  const options = { configType: 'DEVELOPMENT' } as Parameters<typeof viteFinal>[1];
  const vite = await viteFinal({ resolve: { conditions: ['own'] } }, options);
  expect(vite.resolve?.conditions).toEqual(
    expect.arrayContaining(['own', 'guichet-source', 'module', 'browser']),
  );
});
