/// <reference types="vite/client" />
import { expect, it } from 'vitest';
import { dossierErrorCodes } from './errors.js';

it('documents every error code, and nothing else', async () => {
  const pages = import.meta.glob<string>('./errors.md', { query: '?raw', import: 'default' });
  const text = (await pages['./errors.md']?.()) ?? '';
  const headings = [...text.matchAll(/^## (.+)$/gmu)].map((match) => match[1]);
  expect(headings.sort()).toEqual([...dossierErrorCodes].sort());
});
