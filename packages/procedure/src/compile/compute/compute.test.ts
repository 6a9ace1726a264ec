import { describe, expect, it } from 'vitest';
import { check } from '../../check/check.js';
import { loadFolder } from '../../check/load-folder.js';
import { compile } from '../../index.js';
import { spokenWords } from '../texts/spoken-words.js';
import { fixtures } from '../../testing/library-card.js';
import type { Edit } from '../../testing/library-card.js';
import type { Problem, ProcedureFiles } from '../../types/problem.js';

const data = 'household/data.schema.json';

async function household(edit: Edit = () => undefined): Promise<ProcedureFiles> {
  const { id, files } = await loadFolder(fixtures, 'household');
  const json: unknown = JSON.parse(files[data] ?? '{}');
  edit(json);
  return { id, files: { ...files, [data]: JSON.stringify(json, null, 2) } };
}

/** The problems that a change brings, each with the line that it names. */
async function found(edit: Edit): Promise<(Problem & { readonly text: string })[]> {
  const files = await household(edit);
  const { problems } = await compile(files);
  return problems.map((problem) => ({
    ...problem,
    text: files.files[problem.file]?.split('\n')[problem.line - 1] ?? '',
  }));
}

describe('computed values', () => {
  it('have no problem in a procedure that uses each', async () => {
    expect((await check(await household())).filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
  });

  it('become fields of kind computed, with pointers that name their row', async () => {
    const { published } = await compile(await household());
    expect(published?.plan.fields['/incomes/*/yearly']).toMatchObject({
      kind: 'computed',
      unit: 'EUR',
      compute: { product: [{ at: '/incomes/*/amount' }, { at: '/incomes/*/months' }] },
    });
    expect(published?.plan.fields['/total']?.unit).toBe('EUR');
    expect(published?.plan.fields['/age']?.unit).toBe('years');
    expect(published?.plan.needs).toContain('computed');
    expect(JSON.stringify(published?.schema)).not.toContain('compute');
  });

  it('pass on what they read, so that an answer touches all that follows from it', async () => {
    const { published } = await compile(await household());
    const readers = published?.plan.readers ?? {};
    expect(readers['/incomes/*/amount']).toEqual(
      expect.arrayContaining([
        '/incomes/*/yearly',
        '/total',
        '/perHead',
        '/missing',
        '/reason',
        '@piece/proof',
        '@advice/0',
      ]),
    );
    expect(readers['/incomes']).toEqual(expect.arrayContaining(['/total', '/aids', '/reason']));
    expect(readers['today']).toContain('/age');
    expect(readers['filing']).toContain('/missing');
    expect(readers['/residences/*/absences/*/left']).toContain('/residences/*/away');
  });
});

describe('the words of a page', () => {
  it('hold those of tables, gaps, lists and computed values only where the plan can say them', async () => {
    const ui = {
      'import.quotes': 'a',
      'rows.gap': 'b',
      'lookup.list': 'c',
      'computed.now': 'd',
      back: 'e',
    };
    const { published } = await compile(await household());
    if (!published) throw new Error('household does not compile.');
    expect(spokenWords(ui, published.plan)).toEqual(ui);
    expect(spokenWords(ui, { fields: {}, groups: {} })).toEqual({ back: 'e' });
  });
});

type Mistake = readonly [what: string, edit: Edit, rule: string, line: RegExp, says?: RegExp];
const set =
  (compute: unknown, name = 'total'): Edit =>
  (s) =>
    (s.properties[name].guichet.compute = compute);

const mistakes: readonly Mistake[] = [
  [
    'an operation that does not exist',
    set({ summ: [1] }),
    'bad-compute',
    /summ/,
    /Did you mean "sum"/,
  ],
  [
    'a member that means nothing beside',
    set({ sumOver: '/incomes', of: 1, wher: {} }),
    'bad-compute',
    /wher/,
    /Did you mean "where"/,
  ],
  ['two operations at once', set({ sum: [1], product: [2] }), 'bad-compute', /product/],
  ['no operation', set({}), 'bad-compute', /compute/],
  ['a text', set('1 + 1'), 'bad-compute', /1 \+ 1/],
  ['null', set(null), 'bad-compute', /null/],
  ['a number beyond exact ones', set(1e300), 'bad-compute', /compute/],
  ['an empty sum', set({ sum: [] }), 'bad-compute', /sum/],
  ['a difference of three', set({ difference: [1, 2, 3] }), 'bad-compute', /difference/],
  ['a quotient that is not rounded', set({ quotient: [1, 2] }), 'bad-compute', /compute/],
  ['a division by zero', set({ quotient: [1, 0], round: 'up' }), 'bad-compute', /compute/],
  [
    'a question that does not exist',
    set({ at: '/totale' }),
    'unknown-pointer',
    /totale/,
    /Did you mean/,
  ],
  ['an object of questions', set({ sum: [{ at: '/residence' }] }), 'unknown-pointer', /residence/],
  ['rows taken as an answer', set({ at: '/incomes' }), 'bad-compute', /incomes/],
  ['an answer gone through as rows', set({ countOf: '/people' }), 'bad-compute', /people/],
  ['a sum of nothing said', set({ sumOver: '/incomes' }), 'bad-compute', /compute/],
  [
    'an amount that does not exist',
    set({ value: 'minimun' }),
    'unknown-value',
    /minimun/,
    /Did you mean "minimum"/,
  ],
  [
    'a text added',
    set({ sum: [{ at: '/reason' }] }),
    'bad-compute',
    /\{/,
    /a text, where a number/,
  ],
  [
    'a day in place of an amount',
    set({ moment: { from: 'today' } }),
    'bad-compute',
    /compute/,
    /a day/,
  ],
  ['decimals in a whole number', set(0.5), 'bad-compute', /0\.5/, /a whole number/],
  [
    'years counted from an amount',
    set({ wholeYears: { from: { from: '/people' }, to: { from: 'today' } } }),
    'bad-compute',
    /from/,
    /not a date/,
  ],
  [
    'an event that has not happened',
    set({ wholeDays: { from: { from: 'event:FILED' }, to: { from: 'today' } } }),
    'bad-compute',
    /from/,
  ],
  [
    'a span without an end',
    set({ wholeDays: { from: { from: 'today' } } }),
    'bad-moment',
    /wholeDays/,
  ],
  ['a span that is no object', set({ wholeDays: [] }), 'bad-compute', /wholeDays/],
  [
    'a condition that cannot be read',
    set({ if: { at: '/people' }, then: 1, else: 2 }),
    'bad-condition',
    /people/,
  ],
  [
    'branches of two kinds',
    set({ if: { at: '/people', known: true }, then: 1, else: { at: '/birth' } }),
    'bad-compute',
    /then/,
  ],
  [
    'a value computed from itself',
    set({ sum: [{ at: '/total' }, 1] }),
    'compute-cycle',
    /total/,
    /\/total → \/total/,
  ],
  [
    'a value computed from itself through others',
    set({ at: '/missing' }),
    'compute-cycle',
    /./,
    /\/total → \/missing → \/perHead → \/total|\/perHead → \/total → \/missing/,
  ],
  [
    'a value that decides whether it is asked',
    (s) => {
      s.if = { properties: { total: { minimum: 1 } }, required: ['total'] };
      s.then = { required: ['people'] };
      s.else = { properties: { incomes: false } };
    },
    'compute-cycle',
    /./,
    /incomes/,
  ],
  [
    'a computed value that is required',
    (s) => s.required.push('total'),
    'computed-asked',
    /total|required/,
  ],
  [
    'a computed value that is looked up',
    (s) => (s.properties.total.guichet.lookup = { list: 'a', fills: {} }),
    'computed-asked',
    /lookup/,
  ],
  [
    'a kind without its computation',
    (s) => delete s.properties.total.guichet.compute,
    'bad-compute',
    /computed/,
  ],
  [
    'a lookup without a list',
    (s) => delete s.properties.residences.items.properties.city.guichet.lookup.list,
    'bad-lookup',
    /lookup/,
  ],
  [
    'a lookup that fills nothing in',
    (s) => (s.properties.residences.items.properties.city.guichet.lookup.fills = {}),
    'bad-lookup',
    /lookup/,
  ],
  [
    'a lookup that fills a question that does not exist',
    (s) => (s.properties.residences.items.properties.city.guichet.lookup.fills.code = './townCod'),
    'unknown-pointer',
    /townCod/,
  ],
  [
    'a lookup that fills rows in',
    (s) => (s.properties.residences.items.properties.city.guichet.lookup.fills.code = './absences'),
    'bad-lookup',
    /absences/,
  ],
  [
    'a lookup that fills a computed value in',
    (s) => (s.properties.residences.items.properties.city.guichet.lookup.fills.code = './away'),
    'bad-lookup',
    /away/,
  ],
  [
    'a lookup that fills the rows of another list',
    (s) =>
      (s.properties.residences.items.properties.city.guichet.lookup.fills.code =
        '/incomes/*/aidNumber'),
    'bad-lookup',
    /aidNumber/,
  ],
  [
    'a lookup with a member that means nothing',
    (s) => (s.properties.residences.items.properties.city.guichet.lookup.fill = {}),
    'bad-lookup',
    /fill"/,
    /Did you mean "fills"/,
  ],
  [
    'a lookup on a number',
    (s) => (s.properties.people.guichet = { lookup: { list: 'a', fills: { a: '/reason' } } }),
    'bad-lookup',
    /lookup/,
  ],
  [
    'a lookup whose source does not exist',
    (s) => (s.properties.residences.items.properties.city.guichet.lookup.source = 'rulez'),
    'unknown-source',
    /rulez/,
  ],
  [
    'a period of a row that names no date',
    (s) => (s.properties.residences.guichet.rows.period.from = './city'),
    'bad-rows',
    /city/,
    /not a date/,
  ],
  [
    'a period of a row that names nothing',
    (s) => (s.properties.residences.guichet.rows.period.from = './form'),
    'bad-rows',
    /form/,
    /Did you mean ".\/from"/,
  ],
  [
    'a span without a period',
    (s) => delete s.properties.residences.guichet.rows.period,
    'bad-rows',
    /covers/,
  ],
  [
    'a span without a source',
    (s) => delete s.properties.residences.guichet.rows.covers.source,
    'bad-rows',
    /covers/,
  ],
  [
    'a span from nowhere',
    (s) => (s.properties.residences.guichet.rows.covers.since = {}),
    'bad-moment',
    /since/,
  ],
  [
    'a column of rows inside a row',
    (s) => (s.properties.residences.guichet.rows.import.columns.Absences = './absences'),
    'bad-rows',
    /Absences/,
  ],
  [
    'a column of a computed value',
    (s) => (s.properties.residences.guichet.rows.import.columns.Jours = './away'),
    'bad-rows',
    /Jours/,
  ],
  [
    'a column headed twice',
    (s) => (s.properties.residences.guichet.rows.import.columns['ville '] = './city'),
    'bad-rows',
    /import/,
  ],
  [
    'an import without columns',
    (s) => (s.properties.residences.guichet.rows.import = {}),
    'bad-rows',
    /import/,
  ],
];

describe('compile reports', () => {
  for (const [what, edit, rule, line, says = /./] of mistakes) {
    it(what, async () => {
      const problems = await found(edit);
      const match = problems.find((problem) => problem.rule === rule);
      expect(problems.map((problem) => problem.rule)).toContain(rule);
      expect(match?.text).toMatch(line);
      expect(`${match?.message} ${match?.fix}`).toMatch(says);
    });
  }

  it('a computation nested without end, at once', async () => {
    let deep: unknown = 1;
    for (let i = 0; i < 40; i++) deep = { sum: [deep] };
    const start = performance.now();
    const rules = (await found(set(deep))).map((problem) => problem.rule);
    expect(rules.some((rule) => ['bad-compute', 'json-too-deep'].includes(rule))).toBe(true);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
