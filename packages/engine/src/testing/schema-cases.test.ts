import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { secondVoice } from '@guichet/procedure/check';
import { runSchemaCases, type SchemaCases } from './schema-cases.js';

const folder = new URL('../../../conformance/schema/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe('what a data schema asks, and what both voices say', () => {
  it.each(names)('%s', async (name) => {
    const file = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as SchemaCases;
    expect(await runSchemaCases(file, secondVoice)).toEqual([]);
  });
});
