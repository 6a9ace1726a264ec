import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runComputeCases } from './compute-cases.js';

const folder = new URL('../../../conformance/compute/', import.meta.url);

describe('conformance', () => {
  it.each(readdirSync(folder))('compute: %s', (name) => {
    const file = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    expect(runComputeCases(file)).toEqual([]);
  });
});
