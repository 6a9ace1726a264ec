import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FormPlan, Published } from '@guichet/procedure';
import { secondVoice } from '@guichet/procedure/check';
import { filterVerdict } from '../judge/filter-verdict.js';
import { keywords } from '../keywords/registry.js';
import type { KeywordCases } from './conformance.js';
import { emptyPlan } from './empty-plan.js';

const folder = new URL('../../../conformance/keywords/', import.meta.url);
const fileOf = (keyword: string) =>
  `${keyword.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}.json`;
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as KeywordCases;

describe('every keyword', () => {
  it.each([...keywords.keys()])('%s has its cases', (keyword) => {
    const { cases } = read(fileOf(keyword));
    const of = cases.filter(({ test, schema }) => keyword in (test ?? schema ?? {}));
    expect(of.length).toBeGreaterThan(2);
  });
});

/** What Ajv says of one answer, behind the filter: the code of its one issue. */
function secondVerdict(
  schema: object,
  value: unknown,
  given: NonNullable<KeywordCases['given']>,
): string | null {
  const others = Object.keys(given.answers ?? {}).map((pointer) => [pointer, {}] as const);
  const fields = [['/value', schema], ...others].map(([pointer, one]) => [
    pointer,
    { kind: 'text', schema: one },
  ]);
  const plan: FormPlan = { ...emptyPlan, fields: Object.fromEntries(fields) };
  const answers = Object.fromEntries([
    ['value', value],
    ...Object.entries(given.answers ?? {}).map(([pointer, one]) => [pointer.slice(1), one]),
  ]);
  const marks = Object.fromEntries(
    Object.entries(given.marks ?? {}).map(([pointer, is]) => [pointer, { is, at: '' }]),
  );
  // A mark stands in place of its answer.
  for (const pointer of Object.keys(marks)) delete answers[pointer.slice(1)];
  const today = given.today ?? '2026-11-23';
  const days = { today, filing: given.filing ?? today };
  const published = { schema: { type: 'object', properties: { value: schema } } };
  const errors = secondVoice(published as unknown as Published)(answers, days);
  const [issue] = filterVerdict(plan, [], { answers, marks, pieces: {} }, errors, days);
  return issue?.code ?? null;
}

describe('the second voice, behind the filter', () => {
  it.each(readdirSync(folder))('says the same of %s', (name) => {
    const file = read(name);
    for (const { schema, value, fault = null, given, title } of file.cases) {
      // A format outside the closed list is refused by `check`, and by Ajv before any answer.
      if (!schema || schema.format === 'nobody-knows-it') continue;
      const said = secondVerdict(schema, value, { ...file.given, ...given });
      expect(said, `${title ?? ''} ${JSON.stringify({ schema, value })}`).toBe(fault);
    }
  });
});
