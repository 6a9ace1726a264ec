/// <reference types="vite/client" />
import { canonicalJson, compile, type FormPlan } from '@guichet/procedure';
import { describe, expect, it } from 'vitest';
import { shapeOf } from '../model/shape.js';
import { judge } from './judge.js';

const id = 'student-permit-renewal';
const sources = import.meta.glob<string>(
  [
    '../../../../schemas/{shared,student-permit-renewal}/**/*.json',
    '!**/published/**',
    '!**/cases/**',
  ],
  { eager: true, query: '?raw', import: 'default' },
);
const named = Object.entries(sources).map(([file, text]) => [
  file.replace(/^.*\/schemas\//, ''),
  text,
]);
const { published } = await compile({ id, files: Object.fromEntries(named) });
/** As it is served: every key sorted. */
const plan = JSON.parse(canonicalJson(published?.plan)) as FormPlan;

describe('the order of the questions', () => {
  it('of a row is that of its schema', () => {
    const rows = shapeOf(plan).rowFields.get('/studies/years') ?? [];
    const names = rows.map((pattern) => pattern.replace('/studies/years/*/', ''));
    expect(names.length).toBeGreaterThan(2);
    const { properties } = JSON.parse(
      named.find(([file]) => file === 'shared/study-year.schema.json')?.[1] ?? '',
    ) as { properties: object };
    expect(names).toEqual(Object.keys(properties));
    expect(names).not.toEqual([...names].sort());
  });

  it('still to complete is that of the pages', () => {
    const at = { today: '2027-03-10', filing: '2027-03-10', zone: 'Europe/Paris' };
    const version = {
      answers: { studies: { years: [{ _row: 'r1' }, { _row: 'r2' }] } },
      marks: {},
      pieces: {},
    };
    const { toComplete } = judge(plan, version, at);
    const first = (start: string): number =>
      toComplete.findIndex((pointer) => pointer.startsWith(start));
    const places = [
      '/currentPermit/',
      '/person/',
      '/studies/',
      '/studies/years/r1/',
      '/studies/years/r2/',
      '/declarations/',
    ].map(first);
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
