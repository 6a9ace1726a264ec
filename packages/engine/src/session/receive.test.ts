import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDraft } from '../draft/fold-draft.js';
import { freshDraft } from '../draft/fresh-draft.js';
import type { Draft, DraftChange, DraftEntry } from '../draft.js';
import { everythingShown } from '../fixtures/everything-shown.js';
import { libraryCard } from '../fixtures/library-card.js';
import { perform, seed, type RandomAct } from '../fixtures/random-acts.js';
import { memoryPorts } from '../testing/memory-ports.js';
import { openSession } from './open-session.js';
import type { Session } from './views.js';

const { plan, texts } = libraryCard;
const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
const identity = { id: 'D', key: 'K', procedure, startedAt: '2026-11-23T09:00:00Z' };
const now = '2026-11-23T10:00:00+01:00';
const options = { planHash: 'p', textsHash: 't' };

/** One page on the shared log: appends wait until they are let through, reads until they are handed over. */
function openPage(device: string, log: DraftEntry[], draft: Draft = freshDraft(identity)) {
  let waiting: { changes: readonly DraftChange[]; done: () => void }[] = [];
  let read: readonly DraftEntry[] = [];
  let count = 0;
  const { ports } = memoryPorts(now);
  const session = openSession(plan, texts, {
    ...options,
    draft,
    ports: {
      ...ports,
      ids: { ...ports.ids, row: () => `${device}${String(++count).padStart(9, '0')}` },
      drafts: {
        device,
        append: (changes) =>
          new Promise((resolve) => {
            const saved = { device: true, service: false, at: now };
            waiting.push({ changes, done: () => resolve(saved) });
          }),
        onSaved: () => () => undefined,
      },
    },
  });
  return {
    session,
    isIdle: () => waiting.length === 0,
    letThrough() {
      for (const { changes, done } of waiting) {
        for (const change of changes)
          log.push({ n: log.length + 1, at: now, device, ...change });
        done();
      }
      waiting = [];
    },
    readLog: () => (read = [...log]),
    handOver: () => receive(session, read),
  };
}

function receive(session: Session, log: readonly DraftEntry[]): ReadonlySet<string> {
  if (!session.receive) throw new Error('A session that follows its log was expected.');
  return session.receive(log);
}

/** Lets the answers of appends arrive. */
const settled = async () => {
  for (let i = 0; i < 6; i++) await Promise.resolve();
};

/** What both pages must show alike: raw text, drawn issues and the page shown are each page's own. */
function shared(session: Session) {
  const views = [...everythingShown(session, plan)]
    .filter(([name]) => name.startsWith('/') || name.startsWith('@piece/'))
    .sort()
    .map(([name, view]) => [
      name,
      JSON.parse(view, (key, value) => (key === 'raw' || key === 'issue' ? undefined : value)),
    ]);
  return { views, steps: session.steps().map(({ id }) => id) };
}

function checkExact(session: Session, run: () => ReadonlySet<string>): void {
  const before = everythingShown(session, plan);
  const changed = run();
  const after = everythingShown(session, plan);
  for (const [name, view] of after) {
    if (!before.has(name)) continue;
    if (before.get(name) !== view) expect([...changed]).toContain(name);
    else if (name.startsWith('/')) expect([...changed]).not.toContain(name);
  }
}

const number = fc.nat(999);
const act = fc.record({ who: fc.nat(1), act: fc.tuple(fc.nat(11), number, number) });
const transport = fc.record({ who: fc.nat(1), move: fc.constantFrom('let', 'read', 'hand') });

describe('two pages on one draft', () => {
  it('come to the same state, that of their log, however their changes cross', async () => {
    const story = fc.array(fc.oneof(act, transport), { maxLength: 50 });
    await fc.assert(
      fc.asyncProperty(story, async (moments) => {
        const log: DraftEntry[] = [];
        const pages = [openPage('a', log), openPage('b', log)] as const;
        for (const moment of moments) {
          const page = moment.who === 0 ? pages[0] : pages[1];
          if ('act' in moment) perform(page.session, plan, moment.act as RandomAct);
          else if (moment.move === 'let') page.letThrough();
          else if (moment.move === 'read') page.readLog();
          else checkExact(page.session, page.handOver);
          await settled();
        }
        for (const page of pages)
          while (!page.isIdle()) {
            page.letThrough();
            await settled();
          }
        for (const page of pages) {
          page.readLog();
          checkExact(page.session, page.handOver);
        }
        const folded = openPage('c', [], foldDraft(freshDraft(identity), log));
        expect(shared(pages[0].session)).toEqual(shared(folded.session));
        expect(shared(pages[1].session)).toEqual(shared(folded.session));
      }),
      { seed, numRuns: 300, verbose: 1 },
    );
  });

  it('keep what was typed here after what the other page wrote', async () => {
    const log: DraftEntry[] = [];
    const [here, there] = [openPage('a', log), openPage('b', log)];
    const pointer = Object.keys(plan.fields).find(
      (name) => here.session.field(name).kind === 'text' && here.session.field(name).shown,
    );
    if (pointer === undefined) throw new Error('The library card asks for a text.');
    there.session.answer(pointer, 'written there');
    there.letThrough();
    here.session.answer(pointer, 'typed here later');
    expect(receive(here.session, [...log])).toEqual(new Set());
    expect(here.session.field(pointer).value).toBe('typed here later');
    here.letThrough();
    await settled();
    expect([...receive(there.session, [...log])]).toContain(pointer);
    expect(there.session.field(pointer).value).toBe('typed here later');
  });

  it('appends nothing of what it received, and stays on its page', async () => {
    const log: DraftEntry[] = [];
    const [here, there] = [openPage('a', log), openPage('b', log)];
    const step = here.session.step().id;
    there.session.next();
    there.session.next();
    there.letThrough();
    await settled();
    there.letThrough();
    receive(here.session, [...log]);
    expect(here.isIdle()).toBe(true);
    expect(here.session.step().id).toBe(step);
  });
});
