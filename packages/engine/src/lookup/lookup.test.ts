import { describe, expect, it } from 'vitest';
import { foldDraft } from '../draft/fold-draft.js';
import { freshDraft } from '../draft/fresh-draft.js';
import { compileHousehold } from '../fixtures/household.js';
import list from '../fixtures/towns.json' with { type: 'json' };
import type { LookupEntry, LookupPort, Ports } from '../ports.js';
import { openSession } from '../session/open-session.js';
import { memoryPorts } from '../testing/memory-ports.js';

const { plan, texts } = await compileHousehold();
const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
const draft = freshDraft({ id: 'D', key: 'K', procedure, startedAt: '2026-11-23T09:00:00Z' });

const towns = list as readonly Readonly<Record<string, string>>[];

/** A list kept in memory, as a host would write it. */
const inMemory: LookupPort = {
  find: (wanted, query) =>
    Promise.resolve(
      towns
        .filter(({ name, country }) => {
          const isThere = (name ?? '').toLowerCase().startsWith(query.text.toLowerCase());
          return wanted === 'towns' && isThere && (query.with['country'] ?? country) === country;
        })
        .map(({ country: _, ...values }) => ({ label: values['name'] ?? '', values })),
    ),
};

function open(lookups: unknown = inMemory, more: Partial<Ports> = {}) {
  const memory = memoryPorts('2026-11-23T10:00:00+01:00', {
    ...(lookups === null ? {} : { lookups: lookups as LookupPort }),
    ...more,
  });
  const options = { draft, ports: memory.ports, planHash: 'p', textsHash: 't' };
  const session = openSession(plan, (texts['fr']?.bundle ?? {}) as never, options);
  session.addRow('/residences');
  session.addRow('/residences');
  const [row, other] = session.group('/residences').rows.map(({ id }) => `/residences/${id}`);
  return { session, city: `${row}/city`, code: `${row}/townCode`, row, other, ...memory };
}
const labels = (found: readonly { readonly label: string }[] | undefined) =>
  found?.map(({ label }) => label);
const settled = async () => {
  for (let i = 0; i < 8; i++) await Promise.resolve();
};

describe('a lookup', () => {
  it('offers entries for a text, narrowed down by other answers of the row', async () => {
    const { session, city, row } = open();
    expect(labels(await session.lookUp?.(city, 'ville-'))).toEqual([
      'Ville-Haute',
      'Ville-Basse',
      'Ville-au-Nord',
    ]);
    session.answer(`${row}/country`, 'BE');
    expect(labels(await session.lookUp?.(city, 'ville'))).toEqual(['Ville-au-Nord']);
    session.mark(`${row}/country`, { is: 'unknown' });
    expect(labels(await session.lookUp?.(city, 'ville'))).toHaveLength(4);
  });

  it('fills in what the entry answers, in the same row, in one act, marked as taken', async () => {
    const { session, city, code, other, log } = open();
    session.answer(city, 'vil');
    const [first] = (await session.lookUp?.(city, 'vil')) ?? [];
    const changed = first?.fill();
    expect(session.field(city)).toMatchObject({
      value: 'Ville-Haute',
      raw: 'Ville-Haute',
      mark: { is: 'taken', from: 'towns' },
    });
    expect(session.field(code)).toMatchObject({
      value: '00001',
      mark: { is: 'taken', from: 'towns' },
    });
    expect(session.field(`${other}/townCode`).value).toBeUndefined();
    expect([...(changed ?? [])]).toEqual(expect.arrayContaining([city, code]));
    await settled();
    const folded = foldDraft(draft, log);
    expect(folded.answers[code]).toBe('00001');
    expect(folded.marks[code]).toMatchObject({ is: 'taken', from: 'towns' });
    session.undo?.();
    expect(session.field(code).value).toBeUndefined();
    expect(session.field(city).value).toBe('vil');
  });

  it('lets go of what came with a text that is changed by hand, and of nothing typed', async () => {
    const { session, city, code } = open();
    (await session.lookUp?.(city, 'ville-h'))?.[0]?.fill();
    session.answer(city, 'Autreville');
    expect(session.field(code).value).toBeUndefined();
    expect(session.field(city).mark).toBeUndefined();
    session.answer(code, '99999');
    session.answer(city, 'Encore');
    expect(session.field(code).value).toBe('99999');
  });

  it('empties what another entry answered and this one does not know', async () => {
    const { session, city, code } = open();
    (await session.lookUp?.(city, 'ville-h'))?.[0]?.fill();
    (await session.lookUp?.(city, 'villedieu'))?.[0]?.fill();
    expect(session.field(city).value).toBe('Villedieu-sans-Code');
    expect(session.field(code).value).toBeUndefined();
  });
});

const failing: readonly (readonly [string, unknown])[] = [
  ['absent', null],
  ['rejecting', { find: () => Promise.reject(new Error('offline')) }],
  [
    'throwing',
    {
      find: () => {
        throw new Error('broken');
      },
    },
  ],
  ['answering no list', { find: () => Promise.resolve('nothing') }],
  ['answering null', { find: () => Promise.resolve(null) }],
  [
    'answering no entries',
    { find: () => Promise.resolve([null, 1, {}, { label: '' }, { label: 'a', values: null }]) },
  ],
];

describe('a list that cannot be had', () => {
  it.each(failing)('(%s) offers nothing and says nothing', async (_, lookups) => {
    const { session, city } = open(lookups);
    session.answer(city, 'Ville');
    expect(await session.lookUp?.(city, 'Ville')).toEqual([]);
    expect(session.field(city)).toMatchObject({ value: 'Ville', issue: undefined, advice: [] });
  });

  it('is given up when it is slow', async () => {
    const later: Ports['later'] = (run, ms) =>
      ms < 10_000 ? (run(), () => undefined) : () => undefined;
    const { session, city } = open({ find: () => new Promise(() => undefined) }, { later });
    expect(await session.lookUp?.(city, 'Ville')).toEqual([]);
  });

  it('is not offered when it was asked again since', async () => {
    const answers: ((entries: readonly LookupEntry[]) => void)[] = [];
    const { session, city } = open({ find: () => new Promise((done) => answers.push(done)) });
    const [first, second] = [session.lookUp?.(city, 'V'), session.lookUp?.(city, 'Vi')];
    answers[1]?.([{ label: 'second', values: {} }]);
    answers[0]?.([{ label: 'first', values: {} }]);
    expect(labels(await first)).toEqual([]);
    expect(labels(await second)).toEqual(['second']);
  });

  it('pollutes nothing and fills nothing but what the procedure names', async () => {
    const values = JSON.parse(
      '{"__proto__":{"name":"x"},"constructor":"x","name":{"a":1},"code":["1"]}',
    );
    const { session, city, code } = open({
      find: () => Promise.resolve([{ label: 'x'.repeat(9999), values }]),
    });
    const [only] = (await session.lookUp?.(city, 'Ville')) ?? [];
    expect(only?.label.length).toBe(200);
    expect([...(only?.fill() ?? [])]).toEqual([]);
    expect(session.field(city).value).toBeUndefined();
    expect(session.field(code).value).toBeUndefined();
    expect(({} as Record<string, unknown>)['name']).toBeUndefined();
  });

  it('is not asked about a field that has none', async () => {
    const { session, code } = open();
    expect(await session.lookUp?.(code, 'Ville')).toEqual([]);
  });
});
