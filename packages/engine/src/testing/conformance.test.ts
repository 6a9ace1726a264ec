import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runFactCases } from './fact-cases.js';
import { runConditionCases, runFlowCases, runKeywordCases } from './conformance.js';

const root = new URL('../../../conformance/', import.meta.url);
const filesOf = (folder: string) =>
  readdirSync(fileURLToPath(new URL(folder, root)))
    .filter((name) => name.endsWith('.json'))
    .map((name) => [
      name,
      JSON.parse(readFileSync(fileURLToPath(new URL(folder + name, root)), 'utf8')),
    ]);

describe('conformance', () => {
  it.each(filesOf('conditions/'))('conditions: %s', (_, file) => {
    expect(runConditionCases(file)).toEqual([]);
  });
  it.each(filesOf('keywords/'))('keywords: %s', (_, file) => {
    expect(runKeywordCases(file)).toEqual([]);
  });
  it.each(filesOf('facts/'))('facts: %s', (_, file) => {
    expect(runFactCases(file)).toEqual([]);
  });
  it.each(filesOf('flows/'))('flows: %s', (_, file) => {
    expect(runFlowCases(file)).toEqual([]);
  });
});
