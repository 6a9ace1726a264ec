import { applyPatch } from 'rfc6902';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, ChangeSet, Version } from '../draft.js';
import { EngineError } from '../errors.js';
import { seed } from '../fixtures/random-acts.js';
import { versions } from '../fixtures/random-versions.js';
import { applyChanges } from './apply-changes.js';
import { composeChanges } from './compose-changes.js';
import { differenceOf } from './difference-of.js';
import { invertChanges } from './invert-changes.js';
import { toJsonPatch } from './to-json-patch.js';

const settings = { seed, numRuns: 200, verbose: 1 };

/** Containers and groups that hold nothing are no difference. */
function plain({ answers, ...rest }: Version) {
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare);
    if (typeof value !== 'object' || value === null) return value;
    const inside = Object.entries(value)
      .map(([name, one]) => [name, bare(one)] as const)
      .filter(([, one]) => JSON.stringify(one) !== '{}');
    return Object.fromEntries(inside);
  };
  return { ...rest, answers: bare(answers) };
}

describe('a change set', () => {
  it('turns one version into the other', () => {
    fc.assert(
      fc.property(versions, versions, (base, other) => {
        expect(plain(applyChanges(base, differenceOf(base, other, 1)))).toEqual(plain(other));
      }),
      settings,
    );
  });

  it('turned round gives back the version that was, and turned twice is itself', () => {
    fc.assert(
      fc.property(versions, versions, (base, other) => {
        const there = differenceOf(base, other, 1);
        const back = invertChanges(there);
        expect(plain(applyChanges(applyChanges(base, there), back))).toEqual(plain(base));
        expect(back.base).toBe(2);
        const again = applyChanges(
          applyChanges(applyChanges(base, there), back),
          invertChanges(back),
        );
        expect(plain(again)).toEqual(plain(other));
      }),
      settings,
    );
  });

  it('is the same patch for an independent library that knows nothing of rows', () => {
    fc.assert(
      fc.property(versions, versions, (base, other) => {
        const changes = differenceOf(base, other, 1);
        const document = JSON.parse(JSON.stringify(base)) as Version;
        const faults = applyPatch(document, toJsonPatch(base, changes) as never);
        expect(faults.filter((fault) => fault !== null)).toEqual([]);
        expect(document).toEqual(applyChanges(base, changes));
      }),
      settings,
    );
  });

  it('tests by its id each row that an operation names by its place', () => {
    fc.assert(
      fc.property(versions, versions, (base, other) => {
        const operations = toJsonPatch(base, differenceOf(base, other, 1));
        operations.forEach(({ op, path }, i) => {
          const place = /^(\/answers\/.*\/\d+)(\/|$)/.exec(path)?.[1];
          if (op === 'test' || place === undefined || op === 'add') return;
          const before = operations.slice(0, i).findLast((one) => one.op === 'test');
          const from = op === 'move' ? (operations[i] as { from: string }).from : place;
          expect(before?.path).toBe(`${from}/_row`);
        });
      }),
      settings,
    );
  });

  it('composed with the next does what both do', () => {
    fc.assert(
      fc.property(versions, versions, versions, (one, two, three) => {
        const composed = composeChanges(
          one,
          differenceOf(one, two, 1),
          differenceOf(two, three, 2),
        );
        expect(plain(applyChanges(one, composed))).toEqual(plain(three));
        const direct = differenceOf(one, three, 1);
        const inOrder = ({ changes }: ChangeSet) =>
          changes.map((each) => JSON.stringify(each)).sort();
        expect(inOrder(composed)).toEqual(inOrder(direct));
      }),
      settings,
    );
  });

  it('moves one row with one move', () => {
    const rows = Array.from({ length: 500 }, (_, n) => ({ _row: `c${n}` }));
    const version = (children: readonly object[]): Version => ({
      answers: { children },
      marks: {},
      pieces: {},
    });
    const last = version([...rows.slice(1), ...rows.slice(0, 1)]);
    expect(differenceOf(version(rows), last, 1).changes).toEqual([
      { op: 'row-move', pointer: '/children/c0', from: 0, to: 499 },
    ]);
  });

  it('leaves the version it is applied to, and itself, as they were', () => {
    const base: Version = { answers: { likes: ['a'] }, marks: {}, pieces: {} };
    const changes = {
      base: 1,
      changes: [{ op: 'set', pointer: '/home', to: { city: 'a' } } as const],
    };
    const made = applyChanges(base, changes);
    applyChanges(made, { base: 2, changes: [{ op: 'set', pointer: '/home/city', to: 'b' }] });
    (made.answers['home'] as Record<string, unknown>)['city'] = 'c';
    expect(changes.changes[0]?.to).toEqual({ city: 'a' });
    expect(base.answers).toEqual({ likes: ['a'] });
  });
});

describe('a hostile change set', () => {
  const base: Version = {
    answers: { name: 'Ana', likes: ['a'], children: [{ _row: 'c0', name: 'Bo' }] },
    marks: {},
    pieces: {},
  };
  const refused: readonly (readonly [string, string, readonly Change[]])[] = [
    [
      'removes a row twice',
      'row-not-found',
      [
        { op: 'row-remove', pointer: '/children/c0' },
        { op: 'row-remove', pointer: '/children/c0' },
      ],
    ],
    [
      'adds a row under an id that is taken',
      'row-exists',
      [{ op: 'row-add', pointer: '/children/c0', to: 0 }],
    ],
    [
      'moves a row that is not there',
      'row-not-found',
      [{ op: 'row-move', pointer: '/children/c9', to: 0 }],
    ],
    [
      'moves a row to no place',
      'change-malformed',
      [{ op: 'row-move', pointer: '/children/c0', to: -1 }],
    ],
    [
      'moves a row to a half place',
      'change-malformed',
      [{ op: 'row-move', pointer: '/children/c0', to: 0.5 }],
    ],
    [
      'adds a row to a group that is not there',
      'row-not-found',
      [{ op: 'row-add', pointer: '/pets/c1', to: 0 }],
    ],
    ['adds a row to an answer', 'row-not-found', [{ op: 'row-move', pointer: '/likes/a', to: 0 }]],
    ['sets a row', 'change-malformed', [{ op: 'set', pointer: '/children/c0', to: {} }]],
    [
      'takes away a row as an answer',
      'change-malformed',
      [{ op: 'unset', pointer: '/children/c0' }],
    ],
    [
      'sets something inside an answer',
      'change-malformed',
      [{ op: 'set', pointer: '/name/first', to: 'x' }],
    ],
    [
      'answers in a row that is not there',
      'row-not-found',
      [{ op: 'set', pointer: '/children/c9/name', to: 'x' }],
    ],
    [
      'does what is no operation',
      'change-malformed',
      [{ op: 'eval' as never, pointer: '/name', to: 'x' }],
    ],
    ['marks with no mark', 'change-malformed', [{ op: 'mark', pointer: '/name', to: 'unknown' }]],
    ['names no pointer', 'change-malformed', [{ op: 'set', pointer: 'name', to: 'x' }]],
    [
      'names a prototype',
      'pointer-forbidden',
      [{ op: 'set', pointer: '/__proto__/polluted', to: true }],
    ],
    ['names a prototype in a mark', 'pointer-forbidden', [{ op: 'unmark', pointer: '/__proto__' }]],
    [
      'names a prototype as a piece',
      'pointer-forbidden',
      [{ op: 'piece', pointer: '@piece/__proto__', to: {} }],
    ],
  ];

  it.each(refused)('that %s is refused as %s', (_, code, changes) => {
    for (const run of [applyChanges, toJsonPatch])
      try {
        run(base, { base: 1, changes });
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(EngineError);
        expect((error as EngineError).code).toBe(code);
      }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('that removed a row without saying what it held is not turned round', () => {
    const change: Change = { op: 'row-remove', pointer: '/children/c0' };
    expect(() => invertChanges({ base: 1, changes: [change] })).toThrow(
      /does not say what was in it/,
    );
  });

  it('keeps names that only look like a prototype', () => {
    const set = {
      base: 1,
      changes: [{ op: 'set', pointer: '/constructor/name', to: 'x' } as const],
    };
    expect(applyChanges(base, set).answers['constructor']).toEqual({ name: 'x' });
  });
});
