import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { patternOf, type Published } from '@guichet/procedure';
import type { Draft } from '../draft.js';
import { foldDraft } from '../draft/fold-draft.js';
import { freshDraft } from '../draft/fresh-draft.js';
import { everythingShown } from '../fixtures/everything-shown.js';
import { everyAct, perform, seed, type RandomAct } from '../fixtures/random-acts.js';
import { judge } from '../judge/judge.js';
import { chanceOf, generateProcedure } from '../testing/generated/generated.js';
import { memoryPorts } from '../testing/memory-ports.js';
import { versionOf } from '../versions/version-of.js';
import { openSession } from './open-session.js';
import type { Session } from './views.js';

const plans = 40;
const days = { today: '2026-11-23', filing: '2026-11-23' };
const settings = { seed, numRuns: Number(process.env['RUNS'] ?? 120), verbose: 1 };
let published: readonly Published[];

beforeAll(async () => {
  published = await Promise.all(
    Array.from({ length: plans }, (_, i) => {
      const chance = chanceOf(seed + i);
      return generateProcedure(chance, chance.between(3, 25));
    }),
  );
});

const one = (n: number): Published => {
  const found = published[n % plans];
  if (!found) throw new Error(`No procedure ${n}.`);
  return found;
};

const identityOf = ({ plan }: Published) => ({
  id: 'D',
  key: 'K',
  procedure: { id: plan.id, version: plan.version, planHash: 'p' },
  startedAt: '2026-11-23T09:00:00Z',
});

function open(of: Published, draft: Draft = freshDraft(identityOf(of))) {
  const memory = memoryPorts('2026-11-23T10:00:00+01:00');
  const words = of.texts['en'];
  if (!words) throw new Error('No words.');
  const options = { draft, ports: memory.ports, planHash: 'p', textsHash: 't' };
  return { session: openSession(of.plan, words.bundle, options), ...memory };
}

const settled = async () => {
  for (let i = 0; i < 6; i++) await Promise.resolve();
};

/** What belongs to the answers, and not to the page: text as typed and drawn issues are its own. */
function answersShown(session: Session, { plan }: Published) {
  return [...everythingShown(session, plan)]
    .filter(([name]) => /^(\/|@piece|@window|@fees|@review)/.test(name))
    .map(([name, view]) => [
      name,
      JSON.parse(view, (key, value: unknown) =>
        key === 'raw' || key === 'issue' || key === 'doubt' ? undefined : value,
      ) as unknown,
    ]);
}

const isWithin = (pointer: string, item: string) =>
  pointer === item || pointer.startsWith(`${item}/`);

const toldOf = (sequence: readonly RandomAct[], act: RandomAct) =>
  `after ${JSON.stringify(sequence.slice(0, sequence.indexOf(act)))}, ${JSON.stringify(act)}`;

describe('a session on a generated procedure', () => {
  it('answers every thing whose view changed, and of fields and groups no other', () => {
    fc.assert(
      fc.property(fc.nat(plans - 1), everyAct(30), (n, sequence) => {
        const of = one(n);
        const { session } = open(of);
        let before = everythingShown(session, of.plan);
        for (const act of sequence) {
          const changed = perform(session, of.plan, act);
          const after = everythingShown(session, of.plan);
          const differs = [...after].filter(
            ([name, view]) => before.has(name) && before.get(name) !== view,
          );
          const missed = differs.map(([name]) => name).filter((name) => !changed.has(name));
          expect(missed, toldOf(sequence, act)).toEqual([]);
          const idle = [...changed].filter(
            (name) =>
              name.startsWith('/') && after.has(name) && before.get(name) === after.get(name),
          );
          expect(idle, toldOf(sequence, act)).toEqual([]);
          before = after;
        }
      }),
      settings,
    );
  });

  it('shows what a session opened on its log shows, computed from nothing, at every point', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(plans - 1), everyAct(20), async (n, sequence) => {
        const of = one(n);
        const { session, log } = open(of);
        for (const act of sequence) {
          perform(session, of.plan, act);
          await settled();
          const draft = foldDraft(freshDraft(identityOf(of)), log);
          const restored = open(of, draft).session;
          expect(answersShown(session, of), toldOf(sequence, act)).toEqual(
            answersShown(restored, of),
          );
        }
      }),
      { ...settings, numRuns: Math.ceil(settings.numRuns / 4) },
    );
  });

  it('lists to complete what the verdict on its version does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(plans - 1), everyAct(30), async (n, sequence) => {
        const of = one(n);
        const { session, log } = open(of);
        for (const act of sequence) perform(session, of.plan, act);
        await settled();
        const version = versionOf(of.plan, foldDraft(freshDraft(identityOf(of)), log), days);
        const { toComplete } = judge(of.plan, version, { ...days, zone: 'Europe/Paris' });
        const shown = session.review().toComplete.map(({ pointer }) => pointer);
        expect(shown.filter((pointer) => !toComplete.includes(pointer))).toEqual([]);
        // A fork of a generated flow may pass over a page whose questions are required.
        const pages = new Set(session.steps().map(({ id }) => id.split(':')[0] ?? ''));
        const isOn = (pointer: string) =>
          Object.entries(of.plan.steps).some(([id, { sections, each }]) => {
            const items = [...sections.flatMap((section) => section.items), each];
            const pattern = patternOf(pointer, of.plan.groups);
            return pages.has(id) && items.some((item) => item && isWithin(pattern, item));
          });
        const missed = toComplete.filter((pointer) => isOn(pointer) && !shown.includes(pointer));
        expect(missed).toEqual([]);
      }),
      settings,
    );
  });
});
