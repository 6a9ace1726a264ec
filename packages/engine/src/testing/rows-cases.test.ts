import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runRowsCases } from './rows-cases.js';

const folder = new URL('../../../conformance/rows/', import.meta.url);

describe('conformance', () => {
  it.each(readdirSync(folder))('rows: %s', (name) => {
    const file = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    expect(runRowsCases(file)).toEqual([]);
  });
});
