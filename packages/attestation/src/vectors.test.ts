import { describe, expect, it } from 'vitest';
import { checkPhrase } from './check-phrase.js';
import type { KeyList } from './keys.js';
import vectors from './vectors.json';
import { verifyAttestation } from './verify-attestation.js';

describe('fixed codes', () => {
  it.each(vectors.cases)('$title', async ({ jws, expect: answer, phrase }) => {
    expect(await verifyAttestation(jws, vectors.keys as KeyList)).toMatchObject(answer);
    if (phrase) expect(await checkPhrase(jws)).toBe(phrase);
  });
});
