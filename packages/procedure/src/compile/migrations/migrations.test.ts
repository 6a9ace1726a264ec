import { describe, expect, it } from 'vitest';
import { check } from '../../check.js';
import { formPlanOf, migrationPath } from '../../index.js';
import { type Edit, rulesOf } from '../../testing/library-card.js';
import { compiled, migrationFile, nextVersion, publishedText } from '../../testing/next-version.js';

const data = 'library-card/data.schema.json';
const main = 'library-card/procedure.json';
const flow = 'library-card/flow.json';
const journey = 'shared/lifecycle.json';
const french = 'library-card/texts/fr.json';
const english = 'library-card/texts/en.json';
const plain = 'library-card/texts/fr-x-plain.json';

/** The report number of before is a text called `report`. */
const rename: Readonly<Record<string, Edit>> = {
  [data]: (s) => {
    const { card } = s.properties;
    card.properties.report = card.properties.reportNumber;
    delete card.properties.reportNumber;
    card.then.required = ['report'];
    card.else.properties = { report: false };
  },
  ...Object.fromEntries(
    [french, english, plain].map((file): [string, Edit] => [
      file,
      (s) => {
        if (!s.fields?.['/card/reportNumber']) return;
        s.fields['/card/report'] = s.fields['/card/reportNumber'];
        delete s.fields['/card/reportNumber'];
      },
    ]),
  ),
};
/** Children are asked no more. */
const childless: Readonly<Record<string, Edit>> = {
  [data]: (s) => delete s.properties.children,
  [main]: (s) =>
    (s.advice = s.advice.filter((one: { at: string }) => !one.at.startsWith('/children'))),
  [flow]: (s) => {
    delete s.states.children;
    s.states.card.on.NEXT = 'home';
  },
};
const fewer: Readonly<Record<string, Edit>> = {
  [data]: (s) => (s.properties.card.properties.reason.enum = ['first', 'stolen']),
};
const says = (...files: string[]): Record<string, Edit> =>
  Object.fromEntries(
    files.map((file) => [file, (s) => Object.assign((s.says ??= {}), { noChildren: 'Gone.' })]),
  );

/** What is wrong → the rule, what the version changes, and how its migration is written. */
const cases: readonly (readonly [
  title: string,
  rule: string,
  edits: Readonly<Record<string, Edit>>,
  breaks: Edit,
  passes: Edit,
])[] = [
  [
    'an answer whose question is renamed is moved',
    'migration-loses',
    rename,
    () => undefined,
    (s) => (s.answers = [{ move: '/card/reportNumber', to: '/card/report' }]),
  ],
  [
    'two answers do not come to one place',
    'migration-loses',
    {},
    (s) => (s.answers = [{ move: '/guardian/who/birthName', to: '/person/birthName' }]),
    (s) =>
      (s.answers = [
        { move: '/guardian/who/birthName', to: '/person/birthName' },
        { move: '/person/birthName', to: '/guardian/who/birthName' },
      ]),
  ],
  [
    'a question asked no more is dropped in words',
    'migration-unsaid',
    { ...childless, ...says(french, english, plain) },
    (s) => (s.answers = [{ drop: '/children' }]),
    (s) => (s.answers = [{ drop: '/children', says: 'noChildren' }]),
  ],
  [
    'a line is about questions that exist on both sides',
    'migration-pointer',
    rename,
    (s) => (s.answers = [{ move: '/card/reportNumber', to: '/card/raport' }]),
    (s) => (s.answers = [{ move: '/card/reportNumber', to: '/card/report' }]),
  ],
  [
    'an answer of a row stays with its row',
    'migration-rows',
    {},
    (s) => (s.answers = [{ move: '/children/*/firstNames', to: '/person/birthName' }]),
    (s) => (s.answers = [{ move: '/children/*', to: '/children/*' }]),
  ],
  [
    'a text does not come where a choice is',
    'migration-kind',
    {},
    (s) =>
      (s.answers = [
        { move: '/home/hostStatement', to: '/home/postCode' },
        { move: '/home/postCode', to: '/home/hostStatement' },
      ]),
    () => undefined,
  ],
  [
    'a choice that is gone is mapped, or offered again',
    'migration-codes',
    fewer,
    (s) => (s.answers = [{ map: '/card/reason', values: { lost: 'mislaid' } }]),
    (s) => (s.answers = [{ map: '/card/reason', values: { lost: null } }]),
  ],
  [
    'every state has its place',
    'migration-state',
    {},
    (s) => delete s.journey.examination,
    () => undefined,
  ],
  [
    'a place is a state in which a dossier can be',
    'migration-state',
    {},
    (s) => (s.journey.filed = 'received'),
    (s) => (s.journey.filed = 'examination'),
  ],
  [
    'a line is about a state of before',
    'migration-state',
    {},
    (s) => (s.journey.received = 'filed'),
    () => undefined,
  ],
  [
    'what the holder could do is kept',
    'migration-narrows',
    {},
    (s) => (s.journey.filed = 'decided'),
    (s) => (s.journey.filed = 'examination'),
  ],
  [
    'what the holder could do by an event is kept, listed or not',
    'migration-narrows',
    { [journey]: (s) => delete s.states.closed.on.REOPENED },
    () => undefined,
    () => undefined,
  ],
  [
    'a piece that is gone is named',
    'migration-piece',
    {
      [main]: (s) => {
        s.pieces.theft = s.pieces.loss;
        delete s.pieces.loss;
      },
      [french]: (s) => (s.pieces.theft = s.pieces.loss),
      [english]: (s) => (s.pieces.theft = s.pieces.loss),
    },
    () => undefined,
    (s) => (s.pieces = { loss: 'theft' }),
  ],
  [
    'a name that was no piece is said',
    'migration-piece',
    {},
    (s) => (s.pieces = { lost: null }),
    (s) => (s.pieces = { loss: null }),
  ],
  [
    'a clock that is gone is named',
    'migration-clock',
    {
      [main]: (s) => {
        s.clocks.answer = s.clocks.silence;
        delete s.clocks.silence;
      },
      [journey]: (s) => {
        for (const state of Object.values(s.states) as { meta?: { clock?: unknown } }[])
          if (state.meta?.clock === 'silence') state.meta.clock = 'answer';
      },
    },
    () => undefined,
    (s) => (s.clocks = { silence: 'answer' }),
  ],
  [
    'the version it is from was published',
    'migration-version',
    { [main]: (s) => (s.migrations['1.1.0'] = s.migrations['1.2.0']) },
    (s) => (s.from = '1.1.0'),
    () => undefined,
  ],
  [
    'the version it is to is this one or was published',
    'migration-version',
    {},
    (s) => (s.to = '1.4.0'),
    () => undefined,
  ],
  [
    'the file says the version that it is named for',
    'migration-file',
    {},
    (s) => (s.from = '1.1.0'),
    () => undefined,
  ],
  [
    'the file exists',
    'migration-file',
    { [main]: (s) => (s.migrations['1.2.0'] = './migrations/none.json') },
    () => undefined,
    () => undefined,
  ],
];

/** Mended by something else than the migration itself. */
const otherwise: readonly string[] = [
  'what the holder could do by an event is kept, listed or not',
  'the version it is from was published',
  'the file exists',
];

describe('a migration', () => {
  it.each(cases)('%s (%s)', async (title, rule, edits, breaks, passes) => {
    const broken = await check(await nextVersion({ ...edits, [migrationFile]: breaks }));
    expect(rulesOf(broken)).toContain(rule);
    if (otherwise.includes(title)) return;
    const sound = await check(await nextVersion({ ...edits, [migrationFile]: passes }));
    expect(sound.filter(({ rule: found }) => found.startsWith('migration'))).toEqual([]);
  });

  it('is in the plan, and a page is given what a draft needs of it', async () => {
    const { plan } = await compiled(
      await nextVersion({
        ...rename,
        [migrationFile]: (s) => (s.answers = [{ move: '/card/reportNumber', to: '/card/report' }]),
      }),
    );
    expect(plan.migrations?.['1.2.0']).toMatchObject({
      from: '1.2.0',
      to: '1.3.0',
      answers: [{ move: '/card/reportNumber', to: '/card/report' }],
      journey: { filed: 'filed' },
    });
    expect(formPlanOf(plan).migrations).toEqual({
      '1.2.0': {
        from: '1.2.0',
        to: '1.3.0',
        answers: [{ move: '/card/reportNumber', to: '/card/report' }],
      },
    });
  });

  it('of a version published in between needs not be written again', async () => {
    const { id, files } = await nextVersion();
    const text = await publishedText({ id, files });
    const next = {
      id,
      files: {
        ...files,
        'library-card/published/1.3.0.json': text,
        'library-card/migrations/1.3.0-1.4.0.json': (files[migrationFile] ?? '')
          .replace('1.3.0', '1.4.0')
          .replace('1.2.0', '1.3.0'),
        [main]: (files[main] ?? '')
          .replace('"1.3.0"', '"1.4.0"')
          .replace(
            '"1.2.0": "./migrations/1.2.0-1.3.0.json"',
            '"1.3.0": "./migrations/1.3.0-1.4.0.json"',
          ),
      },
    };
    const { plan } = await compiled(next);
    expect(await check(next)).toEqual([]);
    expect(migrationPath(plan, '1.2.0')?.map(({ to }) => to)).toEqual(['1.3.0', '1.4.0']);
    expect(migrationPath(plan, '1.4.0')).toEqual([]);
    expect(migrationPath(plan, '1.1.0')).toBeUndefined();
    const changed: Record<string, string> = {
      ...next.files,
      [main]: (next.files[main] ?? '').replace(
        '"1.3.0":',
        '"1.2.0": "./migrations/1.2.0-1.3.0.json", "1.3.0":',
      ),
    };
    expect(await check({ id, files: changed })).toEqual([]);
    changed[migrationFile] = (changed[migrationFile] ?? '').replace(
      '"filed": "filed"',
      '"filed": "examination"',
    );
    expect(rulesOf(await check({ id, files: changed }))).toEqual(['migration-changed']);
  });

  it('is missing when a version was published before and nothing leads here', async () => {
    const files = await nextVersion({ [main]: (s) => delete s.migrations });
    expect(rulesOf(await check(files))).toEqual(['migration-missing']);
    expect(rulesOf(await check(await nextVersion()))).toEqual([]);
  });

  it('in a circle leads nowhere, and does not hang', () => {
    const step = (from: string, to: string) => ({ from, to });
    const migrations = { a: step('a', 'b'), b: step('b', 'a') };
    expect(migrationPath({ version: 'c', migrations }, 'a')).toBeUndefined();
    expect(migrationPath({ version: 'c', migrations }, '__proto__')).toBeUndefined();
  });
});
