import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { shorten } from '../short-errors.js';

it.each(['procedure', 'engine'])('throws the codes of %s, and no sentence', (name) => {
  const source = readFileSync(new URL(`../../${name}/src/errors.ts`, import.meta.url), 'utf8');
  const made = shorten(source);
  expect(made).toContain('super(code + " " + JSON.stringify(at));');
  expect(made).not.toContain('super(messages');
});
