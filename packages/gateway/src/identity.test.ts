import { expect, it } from 'vitest';
import { newDraftIdentity, newFileId, newRowId } from './identity.js';

it('makes three different secrets of 128 bits and more', () => {
  const { id, key, capability } = newDraftIdentity();
  expect(new Set([id, key, capability]).size).toBe(3);
  for (const code of [id, key, capability, newFileId()]) {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  }
});

it('starts a row id with a letter, so that it is never taken for an index', () => {
  for (let n = 0; n < 200; n += 1)
    expect(newRowId()).toMatch(/^[A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z]{9}$/);
});
