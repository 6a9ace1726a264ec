import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldPlan, GroupPlan, Plan } from '@guichet/procedure';
import type { Draft, PieceFile } from '../draft.js';
import { foldDraft } from '../draft/fold-draft.js';
import { freshDraft } from '../draft/fresh-draft.js';
import { everythingShown } from '../fixtures/everything-shown.js';
import { compileHousehold } from '../fixtures/household.js';
import { libraryCard } from '../fixtures/library-card.js';
import { acts, perform, seed } from '../fixtures/random-acts.js';
import { needsExtras } from '../model/extras.js';
import { memoryPorts } from '../testing/memory-ports.js';
import { memoryService } from '../testing/memory-service.js';
import { closingOf } from './closing-of.js';
import { openForm } from './open-form.js';
import { openSession } from './open-session.js';
import { startSession } from './start-session.js';

const { plan, texts } = libraryCard;
const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
const identity = { id: 'D', key: 'K', procedure, startedAt: '2026-11-23T09:00:00Z' };
const now = '2026-11-23T10:00:00+01:00';

function optionsFor(draft: Draft = freshDraft(identity)) {
  const memory = memoryPorts(now);
  const service = memoryService('administration', memory.clock.now);
  const ports = { ...memory.ports, service };
  return { memory, service, options: { draft, ports, planHash: 'p', textsHash: 't' } };
}

const settled = async () => {
  for (let i = 0; i < 6; i++) await Promise.resolve();
};

const others = [
  ['library-card', () => Promise.resolve({ plan, texts })],
  ['household', household],
] as const;

/** A procedure of computed values, rows in rows and spans to cover. */
async function household() {
  const { plan: other, texts: spoken } = await compileHousehold();
  const bundle = Object.values(spoken)[0]?.bundle;
  if (!bundle) throw new Error('household speaks no language.');
  return { plan: other, texts: bundle };
}

describe.each(others)('a session that a page opens on %s', (_, given) => {
  it('comes to what a whole one comes to, whenever the rest arrives', async () => {
    const { plan, texts } = await given();
    await fc.assert(
      fc.asyncProperty(acts(20), acts(20), async (before, after) => {
        const pages = before.filter(([what]) => what < 10);
        const one = optionsFor();
        const other = optionsFor();
        const whole = openSession(plan, texts, one.options);
        const form = await openForm(plan, texts, other.options);
        for (const act of pages) {
          const changed = perform(whole, plan, act);
          expect(perform(form as typeof whole, plan, act)).toEqual(changed);
        }
        const session = await form.whole();
        for (const act of after.filter(([what]) => what < 11 || hasPieces(plan))) {
          const changed = perform(whole, plan, act);
          expect(perform(session, plan, act)).toEqual(changed);
        }
        await settled();
        expect(everythingShown(session, plan)).toEqual(everythingShown(whole, plan));
        const folded = (log: Parameters<typeof foldDraft>[1]) =>
          foldDraft(freshDraft(identity), log);
        expect(folded(other.memory.log)).toEqual(folded(one.memory.log));
      }),
      { seed, numRuns: 60, verbose: 1 },
    );
  });
});

const hasPieces = (of: Plan) => Object.keys(of.pieces).length > 0;

describe('a session that a page opens', () => {
  it('has no act of closing at first, and all of them after whole()', async () => {
    const session = await openForm(plan, texts, optionsFor().options);
    expect(session.isWhole()).toBe(false);
    expect('file' in session).toBe(false);
    const whole = await session.whole();
    expect(whole).toBe(session);
    expect(session.isWhole()).toBe(true);
    const names = Object.keys(openSession(plan, texts, optionsFor().options)).sort();
    expect(Object.keys(whole).sort()).toEqual(names);
  });

  it('asks again for what could not be loaded, once for all who wait', async () => {
    let asked = 0;
    const { session } = startSession(plan, texts, optionsFor().options, {
      extras: undefined,
      load: () => {
        asked += 1;
        return asked === 1 ? Promise.reject(new Error('offline')) : Promise.resolve({ closingOf });
      },
    });
    await expect(Promise.all([session.whole(), session.whole()])).rejects.toThrow('offline');
    expect(asked).toBe(1);
    expect(session.isWhole()).toBe(false);
    session.answer(Object.keys(plan.fields)[0] ?? '', 'x');
    const [one, two] = await Promise.all([session.whole(), session.whole()]);
    expect(asked).toBe(2);
    expect(one).toBe(two);
  });

  it('sends what a reload left unsent as soon as it is whole, and not before', async () => {
    const piece = Object.keys(plan.pieces)[0] ?? '';
    const file: PieceFile = { id: 'F', name: 'a.pdf', size: 9, type: '', state: 'chosen' };
    const draft = { ...freshDraft(identity), pieces: { [piece]: { files: [file] } } };
    const { options, memory } = optionsFor(draft);
    const session = await openForm(plan, texts, options);
    await settled();
    expect(memory.log).toEqual([]);
    const whole = await session.whole();
    await settled();
    expect(whole.piece(piece).files.map(({ state }) => state)).toEqual(['stored']);
  });

  it('sends nothing any more once it was closed', async () => {
    const piece = Object.keys(plan.pieces)[0] ?? '';
    const file: PieceFile = { id: 'F', name: 'a.pdf', size: 9, type: '', state: 'chosen' };
    const draft = { ...freshDraft(identity), pieces: { [piece]: { files: [file] } } };
    const { options, memory } = optionsFor(draft);
    const session = await openForm(plan, texts, options);
    const coming = session.whole();
    session.close();
    await coming.catch(() => undefined);
    await settled();
    expect(memory.log).toEqual([]);
  });
});

describe('a plan that uses more than most', () => {
  const computed = { compute: { count: '/children' } } as object as FieldPlan;
  const [first = ''] = Object.keys(plan.fields);

  it('brings it before its first page, and any other does without', () => {
    expect(needsExtras(plan)).toBe(false);
    expect(needsExtras({ ...plan, fields: { ...plan.fields, [first]: computed } })).toBe(true);
    const covers = { covers: { since: 'today', until: 'today' } } as object as GroupPlan;
    expect(needsExtras({ ...plan, groups: { ...plan.groups, '/g': covers } })).toBe(true);
    const tasks = { kind: 'tasks', sections: [] } as const;
    expect(needsExtras({ ...plan, steps: { ...plan.steps, tasks } })).toBe(true);
  });
});
