import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan, Published, Texts } from '@guichet/procedure';
import { instancesOf } from '../model/instances.js';
import { contentOf } from '../model/content.js';
import { foldDraft } from '../draft/fold-draft.js';
import { freshDraft } from '../draft/fresh-draft.js';
import { compileJointLease } from '../fixtures/joint-lease.js';
import { acts, perform, seed } from '../fixtures/random-acts.js';
import { judge } from '../judge/judge.js';
import { memoryPorts } from '../testing/memory-ports.js';
import { memoryService } from '../testing/memory-service.js';
import { versionOf } from '../versions/version-of.js';
import { openSession } from './open-session.js';
import type { Session } from './views.js';

let published: Published;
beforeAll(async () => {
  published = await compileJointLease();
});

const settings = { seed, numRuns: 80, verbose: 1 };
const pdf = { name: 'a.pdf', size: 10, type: 'application/pdf' };

function open(now = '2026-11-23T10:00:00+01:00') {
  const memory = memoryPorts(now);
  const service = memoryService('administration', memory.clock.now);
  const { plan, planHash } = published;
  const procedure = { id: plan.id, version: plan.version, planHash };
  const identity = { id: 'D', key: 'K', procedure, startedAt: now };
  const draft = freshDraft(identity);
  const words = published.texts['en']?.bundle as Texts;
  // The fixture brings no interface words of its own.
  const ui = { 'party.askedOf': ['Asked of ', { arg: 'party' }] } as const;
  const session = openSession(
    plan,
    { ...words, ui: { ...words.ui, ...ui } },
    {
      draft,
      ports: { ...memory.ports, service },
      planHash,
      textsHash: 't',
    },
  );
  return { session, service, draft, ...memory };
}

const settled = async () => {
  for (let i = 0; i < 8; i++) await Promise.resolve();
};

/** Adds stays in these countries, each of an adult, and gives their row ids. */
function stayIn(session: Session, ...countries: readonly string[]): readonly string[] {
  return countries.map((country) => {
    session.addRow('/stays');
    const row = session.group('/stays').rows.at(-1)?.id ?? '';
    session.answer(`/stays/${row}/country`, country);
    session.answer(`/stays/${row}/adult`, 'yes');
    return row;
  });
}

const piecesOf = (session: Session) =>
  session
    .review()
    .pieces.filter(({ asked }) => asked === 'yes')
    .map(({ name }) => name);

describe('pieces asked for each row', () => {
  it('have one instance a value, named for it in the author’s words', () => {
    const { session } = open();
    stayIn(session, 'DZ', 'VN', 'DZ');
    session.answer('/home/situation', 'own');
    expect(piecesOf(session)).toEqual([
      'identity',
      'homeProof',
      'policeRecord/DZ',
      'policeRecord/VN',
    ]);
    expect(session.piece('policeRecord/VN')).toMatchObject({
      label: 'Police record of Vietnam',
      group: { name: 'policeRecord', title: 'Police records' },
    });
  });

  it('are listed without one while a value is not known, and nothing can be given there', () => {
    const { session } = open();
    session.addRow('/stays');
    expect(session.piece('policeRecord')).toMatchObject({
      asked: 'may',
      isOpen: true,
      label: 'Police records',
      maxFiles: 0,
    });
    expect(() => session.attach('policeRecord', [pdf])).toThrow(/policeRecord/);
  });

  it('take the title of their row, and change with it', () => {
    const { session } = open();
    session.addRow('/children');
    const row = session.group('/children').rows[0]?.id ?? '';
    session.answer(`/children/${row}/wantsCard`, 'yes');
    const name = `birthCertificate/${row}`;
    expect(session.piece(name).label).toBe('Birth certificate of Child 1');
    const changed = session.answer(`/children/${row}/firstNames`, 'Mai');
    expect(session.piece(name).label).toBe('Birth certificate of Mai');
    expect(changed).toContain(`@piece/${name}`);
  });

  it('keep what was given while their row is gone, and file it when it is back', async () => {
    const { session, log, draft } = open();
    const [row = ''] = stayIn(session, 'DZ');
    session.attach('policeRecord/DZ', [pdf]);
    await settled();
    const filed = () => Object.keys(versionOf(published.plan, foldDraft(draft, log), days).pieces);
    expect(filed()).toEqual(['policeRecord/DZ']);
    session.answer(`/stays/${row}/country`, 'VN');
    await settled();
    expect(filed()).toEqual([]);
    session.answer(`/stays/${row}/country`, 'DZ');
    await settled();
    expect(filed()).toEqual(['policeRecord/DZ']);
    session.removeRow('/stays', row);
    await settled();
    expect(filed()).toEqual([]);
    expect(foldDraft(draft, log).pieces['policeRecord/DZ']).toBeDefined();
  });

  it('never reach a prototype, whatever the value', () => {
    const { session } = open();
    expect(() => session.piece('__proto__/x')).toThrow();
    expect(() => session.attach('identity/x', [pdf])).toThrow(/identity/);
    expect(() => session.attach('constructor', [pdf])).toThrow(/constructor/);
  });

  it('change, appear and go exactly as the acts say', () => {
    fc.assert(
      fc.property(acts(40), (sequence) => {
        const { session } = open();
        const { plan } = published;
        stayIn(session, 'DZ', 'VN');
        let before = viewsOf(session, plan);
        for (const one of sequence) {
          const changed = perform(session, asSimple(plan), one);
          const after = viewsOf(session, plan);
          const missed = [...after]
            .filter(([name, view]) => before.has(name) && before.get(name) !== view)
            .map(([name]) => name)
            .filter((name) => !changed.has(name));
          expect(missed, JSON.stringify(one)).toEqual([]);
          before = after;
        }
      }),
      settings,
    );
  });
});

const days = { today: '2026-11-23', filing: '2026-11-23' };

/** `perform` marks pieces by name: those asked once are enough. */
function asSimple(plan: Plan): Plan {
  const pieces = Object.entries(plan.pieces).filter(([, { each }]) => each === undefined);
  return { ...plan, pieces: Object.fromEntries(pieces) };
}

function viewsOf(session: Session, plan: Plan): ReadonlyMap<string, string> {
  const groups = Object.keys(plan.groups);
  const rows = Object.fromEntries(
    groups.map((group) => [group, session.group(group).rows.map(({ id }) => id)]),
  );
  const content = contentOf({ answers: {}, rows, marks: {}, pieces: {} });
  const fields = Object.keys(plan.fields).flatMap((pattern) => instancesOf(content, pattern));
  const pieces = session.review().pieces.map(({ name }) => name);
  return new Map<string, string>([
    ...fields.map((at): [string, string] => [at, JSON.stringify(session.field(at))]),
    ...groups.map((at): [string, string] => [at, JSON.stringify(session.group(at))]),
    ...pieces.map((name): [string, string] => [
      `@piece/${name}`,
      JSON.stringify(session.piece(name)),
    ]),
    ['@step', JSON.stringify(session.step())],
    ['@steps', JSON.stringify(session.steps())],
    ['@review', JSON.stringify(session.review())],
  ]);
}

describe('the day written on a paper', () => {
  it('is said whole or in part, and an old paper is advice that stops nothing', async () => {
    const { session } = open();
    session.attach('homeProof', [pdf]);
    await settled();
    expect(session.piece('homeProof').fresh).toMatchObject({ verdict: 'unknown', stale: '' });
    expect([
      ...(session.datePiece?.('homeProof', { year: '2026', month: '3', day: '' }) ?? []),
    ]).toContain('@piece/homeProof');
    const { fresh, issue } = session.piece('homeProof');
    expect(fresh).toMatchObject({ verdict: 'false', raw: { year: '2026', month: '03', day: '' } });
    expect(fresh?.stale).not.toBe('');
    expect(issue).toBeUndefined();
    session.datePiece?.('homeProof', '2026-11-01');
    expect(session.piece('homeProof').fresh).toMatchObject({ verdict: 'true', stale: '' });
  });

  it('goes with the last file, and stays with another one', async () => {
    const { session } = open();
    session.attach('homeProof', [pdf]);
    session.datePiece?.('homeProof', '2026-11-01');
    session.attach('homeProof', [pdf]);
    await settled();
    expect(session.piece('homeProof').fresh?.raw.year).toBe('2026');
    for (const { id } of session.piece('homeProof').files) session.detach('homeProof', id);
    expect(session.piece('homeProof').fresh?.raw.year).toBe('');
  });

  it('says nothing of a paper that is not there', () => {
    const { session, log } = open();
    session.datePiece?.('homeProof', '2026-11-01');
    expect(log).toEqual([]);
  });

  it('is judged on the day of filing, whatever day it is when it is judged again', () => {
    const day = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2032-12-31'),
      noInvalidDate: true,
    });
    const iso = day.map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(iso, iso, iso, (datedOn, filing, today) => {
        const file = {
          id: 'f',
          name: 'a',
          size: 1,
          type: 'application/pdf',
          state: 'stored',
        } as const;
        const version = {
          answers: {},
          marks: {},
          pieces: { homeProof: { files: [file], datedOn } },
        };
        const zone = 'Europe/Paris';
        const freshOn = (now: string) =>
          judge(published.plan, version, { today: now, filing, zone }).pieces.map(
            ({ fresh }) => fresh,
          );
        expect(freshOn(today)).toEqual(freshOn(filing));
      }),
      settings,
    );
  });
});

describe('a party who is asked', () => {
  it('is asked in the holder’s place: nothing is missing, and the review says who is awaited', () => {
    const { session } = open();
    session.answer('/couple/status', 'together');
    const agrees = session.field('/couple/partnerAgrees');
    expect(agrees).toMatchObject({ required: false, shown: true });
    expect(agrees.askedOf).toBe('Asked of your partner');
    expect(session.review().toComplete.map(({ pointer }) => pointer)).not.toContain(
      '/couple/partnerAgrees',
    );
    expect(session.review().awaited).toContainEqual({
      pointer: '/couple/partnerAgrees',
      label: 'I take this lease with them',
      from: 'your partner',
    });
    session.answer('/couple/partnerAgrees', true);
    expect(session.field('/couple/partnerAgrees').value).toBeUndefined();
  });

  it('is named anew as soon as what decides it changes', () => {
    const { session } = open();
    session.answer('/work/employed', 'no');
    expect(session.field('/work/monthlyPay')).toMatchObject({ required: true });
    const changed = session.answer('/work/employed', 'yes');
    expect(changed).toContain('/work/monthlyPay');
    expect(session.field('/work/monthlyPay').askedOf).toBeDefined();
  });

  it('stops no filing, and a whole page of theirs is no fault', async () => {
    const { session } = open();
    session.answer('/home/situation', 'hosted');
    session.answer('/home/postCode', '75011');
    expect((await session.file()).is).toBe('filed');
  });
});

describe('dossiers that go along', () => {
  it('are listed on the review, by their row', () => {
    const { session } = open();
    session.addRow('/children');
    const row = session.group('/children').rows[0]?.id ?? '';
    session.answer(`/children/${row}/firstNames`, 'Mai');
    session.answer(`/children/${row}/wantsCard`, 'yes');
    expect(session.review().links).toMatchObject([
      { name: 'childCard', label: 'A library card for Mai', file: 'together', mayBe: false },
      { name: 'partnerLease', label: 'The lease of your partner', mayBe: true },
    ]);
  });
});
