import fc from 'fast-check';
import { secondVoice } from '@guichet/procedure/check';
import { describe, expect, it } from 'vitest';
import { freshDraft } from '../draft/fresh-draft.js';
import { foldDraft } from '../draft/fold-draft.js';
import type { Draft } from '../draft.js';
import { everythingShown } from '../fixtures/everything-shown.js';
import { compileHousehold } from '../fixtures/household.js';
import { acts, perform, seed } from '../fixtures/random-acts.js';
import { filterVerdict } from '../judge/filter-verdict.js';
import { judge } from '../judge/judge.js';
import { contentOf } from '../model/content.js';
import { allFields } from '../model/instances.js';
import { answerAt, isComputed } from '../model/answer-at.js';
import { createModel } from '../model/create-model.js';
import { openSession } from '../session/open-session.js';
import { memoryPorts } from '../testing/memory-ports.js';
import { settledVersion, versionOf } from '../versions/version-of.js';

const published = await compileHousehold();
const { plan, texts, branches } = published;
const voice = secondVoice(published);
const words = texts['fr']?.bundle ?? {};
const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
const identity = { id: 'D', key: 'K', procedure, startedAt: '2026-11-23T09:00:00Z' };
const days = { today: '2026-11-23', filing: '2026-11-23' };

function open(draft: Draft = freshDraft(identity)) {
  const memory = memoryPorts('2026-11-23T10:00:00+01:00');
  const options = { draft, ports: memory.ports, planHash: 'p', textsHash: 't' };
  return { session: openSession(plan, words as never, options), ...memory };
}

function withIncomes() {
  const opened = open();
  const { session } = opened;
  session.answer('/people', '2');
  for (const [kind, amount, months] of [
    ['salary', '1 000', '12'],
    ['aid', '100,50', '10'],
  ]) {
    session.addRow('/incomes');
    const row = `/incomes/${session.group('/incomes').rows.at(-1)?.id}`;
    session.answer(`${row}/kind`, kind);
    session.answer(`${row}/amount`, amount);
    session.answer(`${row}/months`, months);
  }
  return { ...opened, rows: session.group('/incomes').rows.map(({ id }) => `/incomes/${id}`) };
}

const settled = async () => {
  for (let i = 0; i < 6; i++) await Promise.resolve();
};

describe('a computed value', () => {
  it('follows from answers, through rows and through other values', () => {
    const { session, rows } = withIncomes();
    expect(session.field(`${rows[1]}/yearly`).value).toBe(100500);
    expect(session.field('/total').value).toBe(1300500);
    expect(session.field('/aids').value).toBe(1);
    expect(session.field('/perHead').value).toBe(650250);
    expect(session.field('/missing').value).toBe(0);
  });

  it('is written out as an amount, a number with its unit or a plain number', () => {
    const { session } = withIncomes();
    expect(session.field('/perHead').raw).toBe(
      '6 502,50 €'.replace(' ', '\u202f').replace(' €', '\u00a0€'),
    );
    session.answer('/birth', '1990');
    expect(session.field('/age').raw).toBe('');
    session.answer('/birth', '1990-03-15');
    expect(session.field('/age').value).toBe(36);
    expect(session.field('/age').raw).toMatch(/^36/);
    expect(session.field('/aids').raw).toBe('1');
  });

  it('decides what is asked, and is in the exact set of what an answer changes', () => {
    const { session, rows } = withIncomes();
    expect(session.field('/reason').shown).toBe(false);
    const changed = session.answer(`${rows[0]}/amount`, '10');
    expect(session.field('/reason').shown).toBe(true);
    expect([...changed].filter((name) => name.startsWith('/')).sort()).toEqual(
      [
        '/missing',
        '/perHead',
        '/reason',
        '/total',
        `${rows[0]}/amount`,
        // Its advice reads the computed value.
        `${rows[0]}/months`,
        `${rows[0]}/yearly`,
        '/incomes',
      ].sort(),
    );
    const same = session.answer(`${rows[0]}/kind`, 'other');
    expect([...same].filter((name) => name.startsWith('/'))).toEqual([`${rows[0]}/kind`]);
  });

  it('is worked out again in every row when it reads through all of them', () => {
    const { session } = open();
    for (let i = 0; i < 2; i++) session.addRow('/residences');
    const rows = session.group('/residences').rows.map(({ id }) => `/residences/${id}`);
    for (const row of rows) session.answer(`${row}/rent`, '100');
    expect(rows.map((row) => session.field(`${row}/part`).value)).toEqual([50, 50]);
    expect([...session.answer(`${rows[0]}/rent`, '300')]).toContain(`${rows[1]}/part`);
    expect(rows.map((row) => session.field(`${row}/part`).value)).toEqual([75, 25]);
  });

  it('is known only when all of it is', () => {
    const { session, rows } = withIncomes();
    session.answer(`${rows[0]}/months`, '');
    expect(session.field('/total').value).toBeUndefined();
    expect(session.field('/total').raw).toBe('');
    expect(session.field('/reason').shown).toBe(false);
    session.mark(`${rows[0]}/months`, { is: 'unknown' });
    expect(session.field('/total').value).toBeUndefined();
    // What it is computed from is marked: what depends on it is shown, "if this concerns you" (rules.md A7).
    expect(session.field('/reason').ifConcerned).toBe(true);
    session.removeRow('/incomes', rows[0]?.split('/')[2] ?? '');
    expect(session.field('/total').value).toBe(100500);
  });

  it('cannot be typed or marked, and is never to be completed', () => {
    const { session, log } = withIncomes();
    const before = log.length;
    expect([...session.answer('/total', '5')]).toEqual([]);
    expect([...session.mark('/total', { is: 'unknown' })]).toEqual([]);
    expect(log.length).toBe(before);
    expect(session.field('/total')).toMatchObject({
      value: 1300500,
      mayBeUnknown: false,
      required: false,
    });
    const { toComplete } = session.review();
    expect(toComplete.map(({ pointer }) => pointer)).not.toContain('/total');
  });

  it('is read in the review as it was on the page', () => {
    const { session } = withIncomes();
    const lines = session.review().sections.flatMap((section) => section.lines);
    expect(lines.find(({ pointer }) => pointer === '/total')?.answer).toBe(
      session.field('/total').raw,
    );
  });

  it('names a row, so that the list changes with it', () => {
    const { session, rows } = withIncomes();
    expect(session.group('/incomes').rows[0]?.title).toMatch(/12.000/);
    expect([...session.answer(`${rows[0]}/months`, '6')]).toContain('/incomes');
    expect(session.group('/incomes').rows[0]?.title).toMatch(/6.000/);
  });

  it('moves with midnight', () => {
    const { session, clock } = open();
    session.answer('/birth', '1990-11-24');
    expect(session.field('/age').value).toBe(35);
    clock.at = '2026-11-24T10:00:00+01:00';
    expect([...session.next()]).toContain('/age');
    expect(session.field('/age').value).toBe(36);
  });

  it('reads the value in force on the day of filing', () => {
    const { session, rows, clock } = withIncomes();
    session.answer(`${rows[0]}/amount`, '800');
    expect(session.field('/missing').value).toBe(600000 - Number(session.field('/perHead').value));
    clock.at = '2027-01-02T10:00:00+01:00';
    session.next();
    expect(session.field('/missing').value).toBe(700000 - Number(session.field('/perHead').value));
  });
});

describe('whatever comes from elsewhere', () => {
  it('is computed again: in a draft', async () => {
    const { log } = withIncomes();
    await settled();
    const draft = foldDraft(freshDraft(identity), log);
    const forged = {
      ...draft,
      answers: { ...draft.answers, '/total': 1, '/missing': 'x' },
      marks: { ...draft.marks, '/perHead': { is: 'unknown' as const, at: '' } },
    };
    const { session } = open(forged);
    expect(session.field('/total').value).toBe(1300500);
    expect(session.field('/perHead')).toMatchObject({ value: 650250, mark: undefined });
    expect(versionOf(plan, forged, days)).toEqual(versionOf(plan, draft, days));
  });

  it('is computed again: in a version, as the service settles it', async () => {
    const { log } = withIncomes();
    await settled();
    const version = versionOf(plan, foldDraft(freshDraft(identity), log), days);
    expect(version.answers).toMatchObject({ total: 1300500, perHead: 650250, missing: 0 });
    const forged = {
      ...version,
      answers: { ...version.answers, total: 1, aids: 'x' },
      marks: { '/missing': { is: 'unknown' as const, at: '' } },
    };
    expect(settledVersion(plan, forged, days)).toEqual(settledVersion(plan, version, days));
    const at = { ...days, zone: 'Europe/Paris' };
    expect(judge(plan, forged, at)).toEqual(judge(plan, version, at));
  });
});

describe('after any acts', () => {
  const settings = { seed, numRuns: 120, verbose: 1 };

  it('computed values are those of a whole recomputation, and the changed set names them all', () => {
    fc.assert(
      fc.property(acts(40), (sequence) => {
        const { session } = open();
        for (const group of ['/incomes', '/residences']) session.addRow(group);
        let before = everythingShown(session, plan);
        for (const one of sequence) {
          const changed = perform(session, plan, one);
          const after = everythingShown(session, plan);
          for (const [name, view] of after) {
            const differs = before.has(name) && before.get(name) !== view;
            if (differs) expect(changed, `${seed}: ${JSON.stringify(one)}`).toContain(name);
            else if (name.startsWith('/') && before.has(name))
              expect(changed.has(name), `${name} after ${JSON.stringify(one)}`).toBe(false);
          }
          before = after;
        }
      }),
      settings,
    );
  });

  it('the fold of the log gives the same values', async () => {
    await fc.assert(
      fc.asyncProperty(acts(30), async (sequence) => {
        const { session, log } = open();
        for (const group of ['/incomes', '/residences']) session.addRow(group);
        for (const one of sequence) perform(session, plan, one);
        await settled();
        const model = createModel(plan, contentOf(foldDraft(freshDraft(identity), log)), days);
        const computed = allFields(model).filter((pointer) => isComputed(model, pointer));
        expect(computed.length).toBeGreaterThan(4);
        for (const pointer of computed)
          if (session.field(pointer).shown)
            expect([pointer, session.field(pointer).value]).toEqual([
              pointer,
              answerAt(model, pointer),
            ]);
      }),
      settings,
    );
  });

  it('both voices give one verdict, on versions with whatever values', async () => {
    const short = (issues: readonly { pointer: string; code: string }[]) =>
      issues.map(({ pointer, code }) => `${pointer} ${code}`).sort();
    await fc.assert(
      fc.asyncProperty(acts(40), fc.nat(9_000_000), async (sequence, forged) => {
        const { session, log } = open();
        for (const group of ['/incomes', '/residences']) session.addRow(group);
        for (const one of sequence) perform(session, plan, one);
        await settled();
        const sent = versionOf(plan, foldDraft(freshDraft(identity), log), days);
        const version = settledVersion(
          plan,
          { ...sent, answers: { ...sent.answers, missing: forged, total: forged } },
          days,
        );
        const judged = judge(plan, version, { ...days, zone: 'Europe/Paris' });
        const other = filterVerdict(plan, branches, version, voice(version.answers, days), days);
        expect(short(other)).toEqual(short(judged.issues));
      }),
      settings,
    );
  });
});
