import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runIssueCases } from './issue-cases.js';
import { runChangeCases, runDraftCases, runMergeCases } from './over-time-cases.js';

const root = new URL('../../../conformance/', import.meta.url);
const filesOf = (folder: string) =>
  readdirSync(fileURLToPath(new URL(folder, root)))
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(new URL(folder + name, root), 'utf8'))] as const);

describe('conformance', () => {
  it.each(filesOf('changes/'))('changes: %s', (_, file) => {
    expect(runChangeCases(file)).toEqual([]);
  });
  it.each(filesOf('merges/'))('merges: %s', (_, file) => {
    expect(runMergeCases(file)).toEqual([]);
  });
  it.each(filesOf('drafts/'))('drafts: %s', async (_, file) => {
    expect(await runDraftCases(file)).toEqual([]);
  });
  it.each(filesOf('issues/'))('issues: %s', async (_, file) => {
    expect(await runIssueCases(file)).toEqual([]);
  });
});
