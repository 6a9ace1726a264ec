import { describe, expect, it } from 'vitest';
import common from '../../../../../schemas/meta/common.schema.json' with { type: 'json' };
import { check } from '../../check.js';
import { compile, eventTypes, holderRights } from '../../index.js';
import { type Edit, libraryCard, libraryCardWith, rulesOf } from '../../testing/library-card.js';

const journey = 'shared/lifecycle.json';
const main = 'library-card/procedure.json';
const inside = 'library-card/examination.json';

const mistakes: readonly (readonly [title: string, rule: string, breaks: Edit])[] = [
  ['a target that is not there', 'journey-target', (s) => (s.states.filed.on.TAKEN = 'examinaton')],
  [
    'a target of another machine',
    'journey-target',
    (s) => (s.states.filed.on.TAKEN = '#other.filed'),
  ],
  ['an initial that is not there', 'journey-target', (s) => (s.initial = 'start')],
  [
    'an event that does not exist',
    'journey-name',
    (s) => (s.states.filed.on.TAKEN_UP = 'examination'),
  ],
  ['an event of any name', 'journey-name', (s) => (s.states.filed.on['*'] = 'examination')],
  [
    'a guard that nobody knows',
    'journey-name',
    (s) => (s.states.filed.on.TAKEN = { target: 'examination', guard: { type: 'sunny' } }),
  ],
  ['an action that nobody knows', 'journey-name', (s) => (s.states.filed.entry = 'ring')],
  ['an attestation owed without a name', 'journey-name', (s) => (s.states.filed.entry = 'owe')],
  [
    'a line after one without a guard',
    'journey-dead-line',
    (s) => (s.states.filed.on.TAKEN = [{ target: 'examination' }, { target: 'closed' }]),
  ],
  ['a right that is nothing to do', 'journey-right', (s) => s.states.filed.meta.can.push('dance')],
  ['a state that says nothing', 'journey-untold', (s) => delete s.states.examination.meta],
];

describe('a journey', () => {
  it.each(mistakes)('with %s is refused (%s)', async (_, rule, breaks) => {
    expect(rulesOf(await check(await libraryCardWith({ [journey]: breaks })))).toContain(rule);
  });

  it('speaks of the closed lists: the events of schemas/meta, rights in kebab case', async () => {
    expect([...eventTypes].sort()).toEqual([...common.$defs.eventType.enum].sort());
    expect([...holderRights]).toEqual([...holderRights].sort());
    expect(rulesOf(await check(await libraryCard()))).toEqual([]);
  });
});

/** The examination as three states of its own. */
const filled = {
  initial: 'reading',
  states: {
    reading: { on: { PIECES_REQUESTED: 'waiting', OPINION_ASKED: 'asking' } },
    waiting: {
      meta: {
        label: 'journey.examination',
        means: 'journey.examination',
        turn: 'holder',
        clock: 'silence',
        can: ['amend', 'withdraw', 'supply-pieces'],
      },
      on: { PIECES_SUPPLIED: 'reading' },
    },
    asking: { on: { OPINION_GIVEN: 'reading' } },
  },
};
const filling = (edit: Edit = () => undefined) =>
  libraryCardWith({
    [main]: (s) => (s.lifecycle.replace = { examination: './examination.json' }),
    [inside]: (s) => {
      Object.assign(s, structuredClone(filled));
      edit(s);
    },
  });

const misfits: readonly (readonly [title: string, rule: string, breaks: Edit])[] = [
  ['starts nowhere', 'replace-shape', (s) => (s.initial = 'start')],
  ['lets the holder do less', 'replace-narrows', (s) => (s.states.waiting.meta.can = ['amend'])],
  ['takes an exit for itself', 'replace-exit', (s) => (s.states.waiting.on.WITHDRAWN = 'reading')],
  ['swallows an exit', 'replace-exit', (s) => (s.states.waiting.on.DECIDED = {})],
  ['leads out', 'replace-exit', (s) => (s.states.waiting.on.RELEASED = '#journey.filed')],
  [
    'holds a state that nobody comes to',
    'replace-unreachable',
    (s) => (s.states.archive = { on: {} }),
  ],
  [
    'uses a name of the shared journey',
    'replace-name',
    (s) => {
      s.states.closed = s.states.asking;
      s.states.reading.on.OPINION_ASKED = 'closed';
      delete s.states.asking;
    },
  ],
];

describe('a state of the shared journey filled with others', () => {
  it('keeps its entry, its exits and its rights', async () => {
    const files = await filling();
    expect(rulesOf(await check(files))).toEqual([]);
    const { published } = await compile(files);
    const state = published?.plan.lifecycle.states['examination'];
    expect(Object.keys(state?.states ?? {})).toEqual(['reading', 'waiting', 'asking']);
    expect(state?.on).toHaveProperty('WITHDRAWN');
    expect(state?.meta?.can).toContain('withdraw');
  });

  it.each(misfits)('that %s is refused (%s)', async (_, rule, breaks) => {
    expect(rulesOf(await check(await filling(breaks)))).toContain(rule);
  });

  it('has the shape of states, and no word more', async () => {
    const problems = await check(
      await filling((s) => (s.states.reading.after = { 1000: 'waiting' })),
    );
    expect(problems[0]).toMatchObject({ rule: 'unknown-key', file: inside });
  });

  it('is one that the shared journey has', async () => {
    const files = await libraryCardWith({
      [main]: (s) => (s.lifecycle.replace = { examinaton: './examination.json' }),
      [inside]: (s) => Object.assign(s, structuredClone(filled)),
    });
    expect(rulesOf(await check(files))).toContain('unknown-state');
  });
});
