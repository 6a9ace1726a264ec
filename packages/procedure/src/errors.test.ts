import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { procedureErrorCodes } from './errors.js';

it('every error has its heading in errors.md, and the reverse', () => {
  const text = readFileSync(new URL('../errors.md', import.meta.url), 'utf8');
  const headings = [...text.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
  expect(headings.sort()).toEqual([...procedureErrorCodes].sort());
});
