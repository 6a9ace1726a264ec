import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EngineError } from './errors.js';

it('every error is documented, and says where and what to do', () => {
  const page = readFileSync(new URL('../errors.md', import.meta.url), 'utf8');
  const source = readFileSync(new URL('./errors.ts', import.meta.url), 'utf8');
  const codes = [...source.matchAll(/^ {2}'([a-z-]+)':/gm)].map(([, code]) => code);
  expect([...page.matchAll(/^## ([a-z-]+)$/gm)].map(([, code]) => code)).toEqual(codes);
  expect(new EngineError('row-not-found', { pointer: '/g/r' }).message).toContain('/g/r');
});
