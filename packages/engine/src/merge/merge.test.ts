import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../draft/apply-change.js';
import { draftOf, foldDraft, progressOf } from '../draft/fold-draft.js';
import { freshDraft } from '../draft/fresh-draft.js';
import type { Draft, DraftChange, Version } from '../draft.js';
import { libraryCard } from '../fixtures/library-card.js';
import { seed } from '../fixtures/random-acts.js';
import { versions } from '../fixtures/random-versions.js';
import { applyChanges } from '../versions/apply-changes.js';
import { differenceOf } from '../versions/difference-of.js';
import type { Conflict } from './conflict.js';
import { mergeChanges } from './merge-changes.js';
import { mergeDrafts } from './merge-drafts.js';

const { plan } = libraryCard;
const settings = { seed, numRuns: 300, verbose: 0 } as const;
const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
const identity = { id: 'D', key: 'K', procedure, startedAt: '2026-11-23T09:00:00Z' };
const at = '2026-11-23T09:00:00Z';

/** One line of a log, about few things, so that two people often say something of the same one. */
type Line = readonly [what: number, where: number, value: number];
const line: fc.Arbitrary<Line> = fc.tuple(fc.nat(11), fc.nat(3), fc.nat(5));
const lines = (maxLength: number) => fc.array(line, { maxLength });

/** A draft after some lines; ids of rows that one side adds are that side's own. */
function after(draft: Draft, changes: readonly Line[], side: string): Draft {
  const progress = progressOf(draft);
  const rowsOf = (group: string) => progress.rows.get(group) ?? [];
  const setRows = (group: string, rows: readonly string[]) =>
    applyChange(progress, { op: 'rows', group, rows });
  changes.forEach(([what, where, value], n) => {
    const group = where > 1 && rowsOf('/g')[0] ? `/g/${rowsOf('/g')[0] ?? ''}/h` : '/g';
    const rows = rowsOf(group);
    const row = rows[value % (rows.length || 1)];
    const pointer = where < 2 || !row ? `/f${where % 2}` : `${group}/${row}/x`;
    if (what < 3) applyChange(progress, { op: 'set', pointer, value });
    else if (what === 3) applyChange(progress, { op: 'unset', pointer });
    else if (what === 4)
      applyChange(progress, {
        op: 'mark',
        pointer,
        mark: { is: value % 2 ? 'unknown' : 'taken', at: `${n}` },
      });
    else if (what === 5) setRows(group, [...rows, `${side}${n}${value}`]);
    else if (what === 6 && row)
      setRows(
        group,
        rows.filter((one) => one !== row),
      );
    else if (what === 7 && row) setRows(group, [...rows.filter((one) => one !== row), row]);
    else if (what === 8)
      applyChange(progress, {
        op: 'piece',
        name: `p${where}`,
        piece: value ? { is: 'missing', at } : null,
      });
    else if (what === 9) {
      const given = progress.pieces.get(`p${where}`);
      const files = given && 'files' in given ? given.files : [];
      const file = { id: `${side}${n}`, name: 'a', size: 1, type: '', state: 'stored' } as const;
      applyChange(progress, {
        op: 'piece',
        name: `p${where}`,
        piece: { files: value ? [...files, file] : files.slice(1) },
      });
    } else if (what === 10) applyChange(progress, { op: 'continue', step: `s${value}` });
    else applyChange(progress, { op: 'file-on', day: value ? `2027-01-0${value}` : null });
  });
  return { ...draftOf(draft, progress), n: draft.n + changes.length };
}

/** What is in a draft, the number of its last line apart. */
const inside = ({ n: _, ...draft }: Draft) => draft;
const swapped = (conflicts: readonly Conflict[]) =>
  conflicts.map(({ pointer, base, ours, theirs }) => ({
    pointer,
    base,
    ours: theirs,
    theirs: ours,
  }));
const byPointer = (conflicts: readonly Conflict[]) =>
  [...conflicts].sort((a, b) => (a.pointer < b.pointer ? -1 : 1));

const drafts = fc.tuple(lines(12), lines(8), lines(8)).map(([first, one, two]) => {
  const base = after(freshDraft(identity), first, 'b');
  return { base, ours: after(base, one, 'o'), theirs: after(base, two, 't') };
});

describe('two drafts of one base', () => {
  it('that are alike merge to themselves', () => {
    fc.assert(
      fc.property(drafts, ({ base, ours }) => {
        expect(mergeDrafts(plan, base, ours, ours)).toEqual({
          merged: ours,
          changes: [],
          conflicts: [],
        });
      }),
      settings,
    );
  });

  it('of which one changed nothing merge to the other', () => {
    fc.assert(
      fc.property(drafts, ({ base, ours }) => {
        expect(mergeDrafts(plan, base, ours, base)).toEqual({
          merged: ours,
          changes: [],
          conflicts: [],
        });
        const other = mergeDrafts(plan, base, base, ours);
        expect(other.conflicts).toEqual([]);
        expect(inside(other.merged)).toEqual(inside(ours));
      }),
      settings,
    );
  });

  it('clash at the same pointers from either side', () => {
    fc.assert(
      fc.property(drafts, ({ base, ours, theirs }) => {
        const there = mergeDrafts(plan, base, ours, theirs).conflicts;
        const back = mergeDrafts(plan, base, theirs, ours).conflicts;
        expect(byPointer(swapped(back))).toEqual(byPointer(there));
      }),
      settings,
    );
  });

  it('lose nothing that either said', () => {
    fc.assert(
      fc.property(drafts, ({ base, ours, theirs }) => {
        const { merged, conflicts } = mergeDrafts(plan, base, ours, theirs);
        const said = JSON.stringify(conflicts);
        for (const side of [ours, theirs]) {
          for (const [pointer, value] of Object.entries(side.answers)) {
            if (base.answers[pointer] === value) continue;
            const isKept = merged.answers[pointer] === value;
            const clash = conflicts.find(
              (one) => pointer === one.pointer || pointer.startsWith(`${one.pointer}/`),
            );
            expect(isKept || clash !== undefined, pointer).toBe(true);
            if (!isKept) expect(said).toContain(JSON.stringify(value));
          }
          for (const [name, piece] of Object.entries(side.pieces))
            if ('files' in piece)
              for (const { id } of piece.files) {
                const before = base.pieces[name];
                const isNew = !(
                  before &&
                  'files' in before &&
                  before.files.some((file) => file.id === id)
                );
                const kept = JSON.stringify(merged.pieces[name] ?? null) + said;
                if (isNew) expect(kept).toContain(`"${id}"`);
              }
        }
        for (const step of [...ours.continued, ...theirs.continued])
          expect(merged.continued).toContain(step);
      }),
      settings,
    );
  });

  it('that say nothing of one thing never clash', () => {
    fc.assert(
      fc.property(lines(10), lines(8), lines(8), (first, one, two) => {
        const base = after(freshDraft(identity), first, 'b');
        const apart = (all: readonly Line[], n: number) =>
          all.filter(([what]) => what < 4).map(([what, , value]): Line => [what, n, value]);
        const merge = mergeDrafts(
          plan,
          base,
          after(base, apart(one, 0), 'o'),
          after(base, apart(two, 1), 't'),
        );
        expect(merge.conflicts).toEqual([]);
      }),
      settings,
    );
  });

  it('are merged by lines that the log of ours takes', () => {
    fc.assert(
      fc.property(drafts, ({ base, ours, theirs }) => {
        const { merged, changes } = mergeDrafts(plan, base, ours, theirs);
        const entries = changes.map((change: DraftChange, i) => ({
          n: ours.n + 1 + i,
          at,
          device: 'd',
          ...change,
        }));
        expect(inside(foldDraft(ours, entries))).toEqual(inside(merged));
      }),
      settings,
    );
  });

  it('of two versions of a procedure are not merged', () => {
    const base = freshDraft(identity);
    const other = { ...base, procedure: { ...procedure, version: '9.0.0' } };
    expect(() => mergeDrafts(plan, base, base, other)).toThrow(/move both to one version/);
  });
});

describe('two amendments of one version', () => {
  it('are both in the version they give, or told', () => {
    fc.assert(
      fc.property(versions, versions, versions, (base, mine, theirs) => {
        const [one, two] = [differenceOf(base, mine, 1), differenceOf(base, theirs, 1)];
        const now = applyChanges(base, two);
        const { merged, changes, conflicts } = mergeChanges(base, one, two);
        expect(applyChanges(now, changes)).toEqual(merged);
        expect(changes.base).toBe(2);
        if (one.changes.length === 0) expect(changes.changes).toEqual([]);
        const back = mergeChanges(base, two, one);
        expect(byPointer(swapped(back.conflicts))).toEqual(byPointer(conflicts));
      }),
      settings,
    );
  });

  it('of which one is empty give the other', () => {
    fc.assert(
      fc.property(versions, versions, (base, other) => {
        const set = differenceOf(base, other, 1);
        const none = { base: 1, changes: [] };
        const same = (a: Version, b: Version) => expect(differenceOf(a, b, 1).changes).toEqual([]);
        same(mergeChanges(base, set, none).merged, other);
        same(mergeChanges(base, none, set).merged, other);
        same(mergeChanges(base, set, set).merged, other);
      }),
      settings,
    );
  });
});
