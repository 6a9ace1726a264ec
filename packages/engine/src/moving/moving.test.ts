import fc from 'fast-check';
import { canonicalJson, type AnswerMove, type FieldPlan, type FormPlan } from '@guichet/procedure';
import { describe, expect, it } from 'vitest';
import { foldDraft } from '../draft/fold-draft.js';
import { freshDraft } from '../draft/fresh-draft.js';
import { moveDraft } from '../draft/move-draft.js';
import type { Draft, DraftChange, Version } from '../draft.js';
import { moveAnswers } from './move-answers.js';

const seed = 20261123;
const step = (answers: readonly AnswerMove[], pieces?: Record<string, string | null>) => ({
  from: '1.0.0',
  to: '1.1.0',
  answers,
  ...(pieces && { pieces }),
});
const at = '2026-11-23T10:00:00Z';

/** Pure moves that can be undone: an object, a group, a question of a row, and two that change places. */
const moves: readonly AnswerMove[] = [
  { move: '/home', to: '/address/now' },
  { move: '/years', to: '/studies/years' },
  { move: '/years/*/name', to: '/studies/years/*/course/name' },
  { move: '/first', to: '/second' },
  { move: '/second', to: '/first' },
];
const back: readonly AnswerMove[] = [
  { move: '/address/now', to: '/home' },
  { move: '/studies/years', to: '/years' },
  { move: '/studies/years/*/course/name', to: '/years/*/name' },
  { move: '/first', to: '/second' },
  { move: '/second', to: '/first' },
];

const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.string(), { minLength: 1 }),
);
const optional = (record: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(record, { requiredKeys: [] });
const row = fc
  .record({
    id: fc.stringMatching(/^[a-z][0-9a-z]{9}$/),
    is: optional({ name: value, from: value }),
  })
  .map(({ id, is }) => ({ _row: id, ...is }));
const rows = fc.uniqueArray(row, { selector: ({ _row }) => _row, maxLength: 4 });
const answers = optional({ first: value, second: value, other: value, years: rows }).chain((is) =>
  optional({ street: value, town: value }).map((home) =>
    Object.keys(home).length > 0 ? { ...is, home } : is,
  ),
);
const versions = fc
  .record({ answers, marked: fc.subarray(['/first', '/home/street', '/other']) })
  .map(({ answers: given, marked }): Version => ({
    answers: given as Version['answers'],
    marks: Object.fromEntries(marked.map((pointer) => [pointer, { is: 'taken', at } as const])),
    pieces: { old: { is: 'missing', at }, 'record/k7': { is: 'awaited', at } },
  }));

describe('answers brought to another version', () => {
  it('lose nothing by pure moves, and come back by the inverse', () => {
    fc.assert(
      fc.property(versions, (version) => {
        const there = moveAnswers(step(moves, { old: 'new', record: 'police' }), version);
        expect(there.dropped).toEqual([]);
        expect(leaves(there.version)).toEqual(leaves(version));
        const again = moveAnswers(step(back, { new: 'old', police: 'record' }), there.version);
        expect(canonicalJson(again.version)).toBe(canonicalJson(version));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('keep each row with its id, its place and its answers', () => {
    const version: Version = {
      answers: {
        years: [
          { _row: 'b', name: 'Law' },
          { _row: 'a', name: 'Arts', from: '2020' },
        ],
      },
      marks: { '/years/b/from': { is: 'unknown', at } },
      pieces: {},
    };
    expect(moveAnswers(step(moves), version).version).toEqual({
      answers: {
        studies: {
          years: [
            { _row: 'b', course: { name: 'Law' } },
            { _row: 'a', course: { name: 'Arts' }, from: '2020' },
          ],
        },
      },
      marks: { '/studies/years/b/from': { is: 'unknown', at } },
      pieces: {},
    });
  });

  it('give back what is dropped and the choices to make again', () => {
    const version: Version = {
      answers: { reason: 'lost', kinds: ['a', 'b', 'c'], old: { a: 1 }, all: ['c'] },
      marks: { '/old/b': { is: 'unknown', at } },
      pieces: { gone: { is: 'missing', at } },
    };
    const moved = moveAnswers(
      step(
        [
          { drop: '/old', says: 'noMore' },
          { map: '/reason', values: { lost: null } },
          { move: '/reason', to: '/why' },
          { map: '/kinds', values: { a: 'z', c: null } },
          { map: '/all', values: { c: null } },
        ],
        { gone: null },
      ),
      version,
    );
    expect(moved).toEqual({
      version: {
        answers: { kinds: ['z', 'b'] },
        marks: {},
        pieces: { gone: { is: 'missing', at } },
      },
      dropped: [{ pointer: '/old/a', value: 1, says: 'noMore' }],
      again: [
        { pointer: '/why', was: 'lost' },
        { pointer: '/all', was: ['c'] },
      ],
    });
  });

  it('never reach a prototype', () => {
    const version: Version = {
      answers: JSON.parse('{"constructor":{"prototype":{"x":1}},"a":2}') as Version['answers'],
      marks: {},
      pieces: {},
    };
    const moved = moveAnswers(step([{ map: '/a', values: {} }]), version);
    expect(moved.version.answers).toEqual(version.answers);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

const text: FieldPlan = { kind: 'text', schema: { type: 'string', maxLength: 40 } };
const choice = (...codes: string[]): FieldPlan => ({ kind: 'choice', schema: { enum: codes } });
const planOf = (version: string, fields: FormPlan['fields'], more: Partial<FormPlan> = {}) =>
  ({ id: 'p', version, fields, groups: {}, pieces: {}, ...more }) as unknown as FormPlan;

const first = planOf('1.0.0', {
  '/a': text,
  '/gone': text,
  '/kind': choice('x', 'y'),
  '/same': text,
});
const third = planOf(
  '1.2.0',
  {
    '/b': { ...text, schema: { type: 'string', maxLength: 20 } },
    '/sort': choice('y', 'z'),
    '/same': text,
    '/new': text,
  },
  {
    pieces: { permit: {} },
    migrations: {
      '1.0.0': {
        from: '1.0.0',
        to: '1.1.0',
        answers: [
          { move: '/kind', to: '/sort' },
          { map: '/kind', values: { x: null } },
        ],
      },
      '1.1.0': {
        from: '1.1.0',
        to: '1.2.0',
        answers: [
          { move: '/a', to: '/b' },
          { drop: '/gone', says: 'noMore' },
        ],
      },
    },
  } as unknown as Partial<FormPlan>,
);
const identity = { id: 'd', key: 'k', startedAt: at };
const draftWith = (changes: readonly DraftChange[]): Draft =>
  foldDraft(
    freshDraft({ ...identity, procedure: { id: 'p', version: '1.0.0', planHash: 'one' } }),
    changes.map((change, n) => ({ n: n + 1, at, device: 'd', ...change })),
  );

describe('a draft brought to another version', () => {
  const draft = draftWith([
    { op: 'set', pointer: '/a', value: 'A' },
    { op: 'set', pointer: '/gone', value: 'G' },
    { op: 'set', pointer: '/kind', value: 'x' },
    { op: 'mark', pointer: '/same', mark: { is: 'awaited', at } },
    { op: 'continue', step: 'one' },
  ]);
  const moved = moveDraft(first, third, draft, 'three');

  it('goes through every version in between, and keeps the pages done', () => {
    expect(moved.draft).toMatchObject({
      procedure: { id: 'p', version: '1.2.0', planHash: 'three' },
      answers: { '/b': 'A' },
      marks: { '/same': { is: 'awaited' } },
      continued: ['one'],
    });
    expect(moved.draft.answers).not.toHaveProperty('/a');
    expect(moved.draft.answers).not.toHaveProperty('/gone');
  });

  it('says what is new, what asks more, what is asked no more, and what to choose again', () => {
    expect(moved.news).toEqual({
      from: '1.0.0',
      to: '1.2.0',
      added: ['/new'],
      changed: ['/b', '/sort'],
      parked: [],
      dropped: [{ pointer: '/gone', value: 'G', says: 'noMore' }],
      again: [{ pointer: '/sort', was: 'x' }],
      pieces: { added: ['permit'], removed: [] },
    });
  });

  it('is the same once its log is folded', () => {
    const entries = moved.changes.map((change, index) => ({
      n: draft.n + index + 1,
      at,
      device: 'd',
      ...change,
    }));
    const { n: _, ...folded } = foldDraft(draft, entries);
    const { n: __, ...live } = moved.draft;
    expect(canonicalJson(folded)).toBe(canonicalJson(live));
  });

  it('keeps everything where no way is declared, and where its first plan is known to nobody', () => {
    const { migrations: _, ...noWay } = third;
    expect(moveDraft(first, noWay, draft, 'three').draft.answers).toEqual(draft.answers);
    const unknown = moveDraft(undefined, third, draft, 'three');
    expect(unknown.draft.answers).toEqual(moved.draft.answers);
    expect(unknown.news).toMatchObject({ from: '1.0.0', added: [], parked: [] });
  });

  it('keeps rows in order when groups change places', () => {
    const swap = planOf(
      '1.1.0',
      {},
      {
        migrations: {
          '1.0.0': {
            from: '1.0.0',
            to: '1.1.0',
            answers: [
              { move: '/a', to: '/b' },
              { move: '/b', to: '/a' },
            ],
          },
        },
      },
    );
    const rowed = draftWith([
      { op: 'rows', group: '/a', rows: ['r1', 'r2'] },
      { op: 'set', pointer: '/a/r1/x', value: 1 },
      { op: 'rows', group: '/b', rows: ['r3'] },
      { op: 'set', pointer: '/b/r3/x', value: 3 },
    ]);
    const { draft: swapped } = moveDraft(undefined, swap, rowed, 'h');
    expect(swapped.rows).toEqual({ '/a': ['r3'], '/b': ['r1', 'r2'] });
    expect(swapped.answers).toEqual({ '/a/r3/x': 3, '/b/r1/x': 1 });
  });

  it('leaves no row where a group was', () => {
    const { migrations = {} } = planOf(
      '1.1.0',
      {},
      {
        migrations: {
          '1.0.0': { from: '1.0.0', to: '1.1.0', answers: [{ move: '/a', to: '/c' }] },
        },
      },
    );
    const rowed = draftWith([
      { op: 'rows', group: '/a', rows: ['r1'] },
      { op: 'set', pointer: '/a/r1/x', value: 1 },
    ]);
    const there = planOf('1.1.0', {}, { migrations });
    const { draft: gone } = moveDraft(undefined, there, rowed, 'h');
    expect(gone.rows).toEqual({ '/a': [], '/c': ['r1'] });
    expect(gone.answers).toEqual({ '/c/r1/x': 1 });
  });
});

/** Every value of a version, wherever it is, marks and pieces included. */
function leaves(version: Version): readonly string[] {
  const found: string[] = [];
  const visit = (json: unknown): void => {
    if (typeof json === 'object' && json !== null) Object.values(json).forEach(visit);
    else found.push(JSON.stringify(json) ?? '');
  };
  visit(version);
  return found.sort();
}
