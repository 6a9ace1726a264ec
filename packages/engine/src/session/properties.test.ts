import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../draft.js';
import { foldDraft } from '../draft/fold-draft.js';
import { freshDraft } from '../draft/fresh-draft.js';
import { everythingShown } from '../fixtures/everything-shown.js';
import { libraryCard } from '../fixtures/library-card.js';
import { memoryPorts } from '../testing/memory-ports.js';
import { acts, perform, seed } from '../fixtures/random-acts.js';
import { judge } from '../judge/judge.js';
import { differenceOf } from '../versions/difference-of.js';
import { applyChanges } from '../versions/apply-changes.js';
import { draftFromVersion } from '../versions/draft-from-version.js';
import { versionOf } from '../versions/version-of.js';
import { openSession } from './open-session.js';
import type { Session } from './views.js';

const { plan, texts } = libraryCard;
const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
const identity = { id: 'D', key: 'K', procedure, startedAt: '2026-11-23T09:00:00Z' };
const days = { today: '2026-11-23', filing: '2026-11-23' };
const settings = { seed, numRuns: 200, verbose: 1 };

function open(draft: Draft = freshDraft(identity)) {
  const memory = memoryPorts('2026-11-23T10:00:00+01:00');
  const options = { draft, ports: memory.ports, planHash: 'p', textsHash: 't' };
  return { session: openSession(plan, texts, options), ...memory };
}

/** Lets appended changes reach the log. */
const settled = async () => {
  for (let i = 0; i < 6; i++) await Promise.resolve();
};

const stepsOf = (session: Session) => session.steps().map(({ id, state }) => [id, state] as const);

const answersOnly = (views: ReadonlyMap<string, string>) =>
  [...views].filter(([name]) => name.startsWith('/') || name.startsWith('@piece/')).sort();

describe('a session', () => {
  it('answers every thing whose view changed, and of fields, groups and pieces no other', () => {
    fc.assert(
      fc.property(acts(40), (sequence) => {
        const { session } = open();
        let before = everythingShown(session, plan);
        for (const one of sequence) {
          const changed = perform(session, plan, one);
          const after = everythingShown(session, plan);
          const differs = [...after].filter(
            ([name, view]) => before.has(name) && before.get(name) !== view,
          );
          const missed = differs.map(([name]) => name).filter((name) => !changed.has(name));
          expect(missed, JSON.stringify(one)).toEqual([]);
          const idle = [...changed].filter(
            (name) =>
              name.startsWith('/') && after.has(name) && before.get(name) === after.get(name),
          );
          expect(idle, JSON.stringify(one)).toEqual([]);
          before = after;
        }
      }),
      settings,
    );
  });

  it('shows what a whole recomputation shows, and what its log folds to, at every point', async () => {
    await fc.assert(
      fc.asyncProperty(acts(25), async (sequence) => {
        const { session, log } = open();
        for (const one of sequence) {
          perform(session, plan, one);
          await settled();
          const restored = open(foldDraft(freshDraft(identity), log)).session;
          const steps = stepsOf(session);
          // What was marked or undone elsewhere may ask a page before this one: the page stays, a restored one goes there.
          const isPast =
            steps.findIndex(([, state]) => state === 'open') <
            steps.findIndex(([, state]) => state === 'current');
          if (isPast && steps.some(([, state]) => state === 'open'))
            expect(stepsOf(restored).map(([id]) => id)).toEqual(steps.map(([id]) => id));
          else expect(stepsOf(restored)).toEqual(steps);
          // Raw text and drawn issues belong to the page, not to the draft.
          const plain = (views: ReadonlyMap<string, string>) =>
            answersOnly(views).map(([name, view]) => [
              name,
              JSON.parse(view, (key, value) =>
                key === 'raw' || key === 'issue' ? undefined : value,
              ),
            ]);
          expect(plain(everythingShown(restored, plan))).toEqual(
            plain(everythingShown(session, plan)),
          );
        }
      }),
      { ...settings, numRuns: 60 },
    );
  });

  it('folds a log from any snapshot to the same draft', async () => {
    await fc.assert(
      fc.asyncProperty(acts(30), fc.nat(60), async (sequence, cut) => {
        const { session, log } = open();
        for (const one of sequence) perform(session, plan, one);
        await settled();
        const whole = foldDraft(freshDraft(identity), log);
        const snapshot = foldDraft(freshDraft(identity), log.slice(0, cut));
        expect(foldDraft(snapshot, log)).toEqual(whole);
      }),
      settings,
    );
  });

  it('keeps every answer when a person goes back and forth', async () => {
    await fc.assert(
      fc.asyncProperty(acts(30), fc.array(fc.nat(9), { maxLength: 20 }), async (sequence, walk) => {
        const { session, log } = open();
        for (const one of sequence) perform(session, plan, one);
        await settled();
        const before = foldDraft(freshDraft(identity), log);
        for (const step of walk) perform(session, plan, [step % 2 ? 8 : 7, step, step]);
        await settled();
        const after = foldDraft(freshDraft(identity), log);
        expect(after.answers).toEqual(before.answers);
        expect(after.marks).toEqual(before.marks);
      }),
      settings,
    );
  });
});

describe('versions', () => {
  it('differ by a change set that turns one into the other', async () => {
    await fc.assert(
      fc.asyncProperty(acts(30), acts(30), async (first, second) => {
        const { session, log } = open();
        for (const one of first) perform(session, plan, one);
        await settled();
        const before = versionOf(plan, foldDraft(freshDraft(identity), log), days);
        for (const one of second) perform(session, plan, one);
        await settled();
        const after = versionOf(plan, foldDraft(freshDraft(identity), log), days);
        const difference = differenceOf(before, after, 1);
        const applied = applyChanges(before, difference);
        expect(differenceOf(applied, after, 1).changes).toEqual([]);
        expect(applied.marks).toEqual(after.marks);
        expect(judge(plan, applied, { ...days, zone: 'Europe/Paris' })).toEqual(
          judge(plan, after, { ...days, zone: 'Europe/Paris' }),
        );
        expect(differenceOf(after, after, 1).changes).toEqual([]);
      }),
      settings,
    );
  });

  it('are judged as the page that made them, twice the same, and survive a way through a draft', async () => {
    await fc.assert(
      fc.asyncProperty(acts(40), async (sequence) => {
        const { session, log } = open();
        for (const one of sequence) perform(session, plan, one);
        await settled();
        const version = versionOf(plan, foldDraft(freshDraft(identity), log), days);
        const at = { ...days, zone: 'Europe/Paris' };
        const judged = judge(plan, version, at);
        expect(JSON.stringify(judge(plan, version, at))).toBe(JSON.stringify(judged));
        expect(judged.inactive).toEqual([]);
        expect([...judged.toComplete].sort()).toEqual(
          session
            .review()
            .toComplete.map(({ pointer }) => pointer)
            .sort(),
        );
        expect(versionOf(plan, draftFromVersion(plan, version, identity), days)).toEqual(version);
      }),
      settings,
    );
  });
});
