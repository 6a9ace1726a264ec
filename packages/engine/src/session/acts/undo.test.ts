import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, DraftChange, DraftEntry } from '../../draft.js';
import { foldDraft } from '../../draft/fold-draft.js';
import { freshDraft } from '../../draft/fresh-draft.js';
import { libraryCard } from '../../fixtures/library-card.js';
import { acts, perform, seed } from '../../fixtures/random-acts.js';
import { memoryPorts } from '../../testing/memory-ports.js';
import { openSession } from '../open-session.js';
import type { Session } from '../views.js';

const { plan, texts } = libraryCard;
const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
const fresh = freshDraft({ id: 'D', key: 'K', procedure, startedAt: '2026-11-23T09:00:00Z' });
const settings = { seed, numRuns: 150, verbose: 0 } as const;

/** A session whose log can be read at once. */
function open() {
  const memory = memoryPorts('2026-11-23T10:00:00+01:00');
  const ports = { ...memory.ports, drafts: { ...memory.ports.drafts, device: 'test' } };
  const options = { draft: fresh, ports, planHash: 'p', textsHash: 't' };
  return { session: openSession(plan, texts, options), log: memory.log };
}
const settled = async () => {
  for (let i = 0; i < 8; i++) await Promise.resolve();
};

/** What can be undone of a draft: not the way through the pages, not files, not that a group was looked at. */
function given({ answers, rows, marks, pieces }: Draft) {
  const filled = Object.entries(rows).filter(([, ids]) => ids.length > 0);
  const marked = Object.entries(pieces).filter(([, piece]) => 'is' in piece);
  return { answers, marks, rows: Object.fromEntries(filled), pieces: Object.fromEntries(marked) };
}

const undoAll = (session: Session) => {
  while (session.canUndo?.()) session.undo?.();
};
const redoAll = (session: Session) => {
  while (session.canRedo?.()) session.redo?.();
};

/** Acts without files, without undoing, and no more than the page remembers. */
const doing = acts(40).map((all) => all.filter(([what]) => what < 12 || what === 14));

describe('undoing', () => {
  it('everything gives back the draft that was, and doing it again the one that came of it', async () => {
    await fc.assert(
      fc.asyncProperty(doing, async (sequence) => {
        const { session, log } = open();
        for (const one of sequence) perform(session, plan, one);
        await settled();
        const after = given(foldDraft(fresh, log));
        const lines = log.length;
        undoAll(session);
        await settled();
        expect(given(foldDraft(fresh, log))).toEqual(given(fresh));
        redoAll(session);
        await settled();
        expect(given(foldDraft(fresh, log))).toEqual(after);
        // Nothing is rewritten: the log only grew.
        expect(log.length).toBeGreaterThanOrEqual(lines);
      }),
      settings,
    );
  });

  it('one thing after another passes through the states that were', async () => {
    await fc.assert(
      fc.asyncProperty(doing, async (sequence) => {
        const { session, log } = open();
        const states = [JSON.stringify(given(foldDraft(fresh, log)))];
        for (const one of sequence) {
          perform(session, plan, one);
          await settled();
          states.push(JSON.stringify(inOrder(given(foldDraft(fresh, log)))));
        }
        const known = new Set([...states, JSON.stringify(inOrder(given(fresh)))]);
        while (session.canUndo?.()) {
          session.undo?.();
          await settled();
          expect(known).toContain(JSON.stringify(inOrder(given(foldDraft(fresh, log)))));
        }
      }),
      { ...settings, numRuns: 60 },
    );
  });
});

const inOrder = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, one]) => [name, inOrder(one)]),
      );

const group = '/children';
const rowsOf = (session: Session) => session.group(group).rows.map(({ id }) => id);
const firstField = (session: Session, row: string) => `${group}/${row}/firstName`;

describe('undo', () => {
  it('takes back in one go what was typed in one go', () => {
    const { session } = open();
    const field = '/person/birthName';
    for (const raw of ['A', 'An', 'Ana']) session.answer(field, raw);
    session.leave(field);
    for (const raw of ['Anab', 'Anabel']) session.answer(field, raw);
    session.undo?.();
    expect(session.field(field).value).toBe('Ana');
    session.undo?.();
    expect(session.field(field).value).toBeUndefined();
    expect(session.canUndo?.()).toBe(false);
    session.redo?.();
    expect(session.field(field).raw).toBe('Ana');
  });

  it('brings a row back under its id, in its place, with all its answers', () => {
    const { session } = open();
    for (let i = 0; i < 3; i++) session.addRow(group);
    const [, second = ''] = rowsOf(session);
    session.answer(firstField(session, second), 'Bo');
    session.mark(`${group}/${second}/birth`, { is: 'unknown', why: 'lost' });
    const before = rowsOf(session);
    session.removeRow(group, second);
    expect(rowsOf(session)).not.toContain(second);
    const changed = session.undo?.();
    expect(rowsOf(session)).toEqual(before);
    expect(session.field(firstField(session, second)).value).toBe('Bo');
    expect(session.field(`${group}/${second}/birth`).mark?.why).toBe('lost');
    expect(changed).toContain(group);
  });

  it('takes what was marked with one reason back in one go', () => {
    const { session } = open();
    session.addRow(group);
    session.answer('/person/birthName', 'Ana');
    session.markRest({ is: 'awaited', from: 'mother' });
    const left = session.review().toComplete.length;
    session.undo?.();
    expect(session.review().toComplete.length).toBeGreaterThan(left + 1);
    expect(session.field('/person/birthName').value).toBe('Ana');
  });

  it('leaves what another page changed since, and what it added', async () => {
    const { session, log } = open();
    const field = '/person/birthName';
    session.answer(field, 'Ana');
    session.addRow(group);
    const [row = ''] = rowsOf(session);
    await settled();
    const theirs: readonly DraftChange[] = [
      { op: 'set', pointer: field, value: 'Anna' },
      { op: 'set', pointer: firstField(session, row), value: 'Bo' },
      { op: 'rows', group, rows: [row, 'rtheirs001'] },
    ];
    const whole: readonly DraftEntry[] = [
      ...log,
      ...theirs.map((change, i) => ({ n: log.length + 1 + i, at: '', device: 'other', ...change })),
    ];
    session.receive?.(whole);
    undoAll(session);
    expect(session.field(field).value).toBe('Anna');
    expect(rowsOf(session)).toEqual([row, 'rtheirs001']);
    expect(session.field(firstField(session, row)).value).toBe('Bo');
  });

  it('takes my row away from among the rows of others', async () => {
    const { session, log } = open();
    session.addRow(group);
    const [row = ''] = rowsOf(session);
    await settled();
    const theirs = {
      n: log.length + 1,
      at: '',
      device: 'other',
      op: 'rows',
      group,
      rows: ['rtheirs001', row, 'rtheirs002'],
    } as const;
    session.receive?.([...log, theirs]);
    session.undo?.();
    expect(rowsOf(session)).toEqual(['rtheirs001', 'rtheirs002']);
    session.redo?.();
    expect(rowsOf(session)).toEqual(['rtheirs001', row, 'rtheirs002']);
  });

  it('never brings back what was undone once something else is done', () => {
    const { session } = open();
    session.answer('/person/birthName', 'Ana');
    session.undo?.();
    session.addRow(group);
    expect(session.canRedo?.()).toBe(false);
    expect([...(session.redo?.() ?? [])]).toEqual([]);
  });
});
