import { describe, expect, it } from 'vitest';
import { check, rulesNotChecked } from '../../check.js';
import { type Edit, libraryCard, libraryCardWith, rulesOf } from '../../testing/library-card.js';

const data = 'library-card/data.schema.json';
const flow = 'library-card/flow.json';
const main = 'library-card/procedure.json';
const journey = 'shared/lifecycle.json';

interface RuleCase {
  readonly rule: string;
  readonly title: string;
  readonly file: string;
  readonly breaks: Edit;
  /** The least that mends it: the same file, changed otherwise. */
  readonly passes: Edit;
}

const cases: readonly RuleCase[] = [
  {
    rule: 'R1',
    title: 'an amendment is attested',
    file: main,
    breaks: (s) => (s.attestations.filing.on = ['FILED', 'TRANSMITTED']),
    passes: (s) => {
      s.attestations.filing.on = ['FILED', 'TRANSMITTED'];
      s.attestations.decision.on = ['DECIDED', 'AMENDED', 'AMENDMENT_PROPOSED'];
    },
  },
  {
    rule: 'R1',
    title: 'a filing elsewhere is attested where the journey knows it',
    file: main,
    breaks: (s) => (s.attestations.filing.on = ['FILED', 'AMENDED', 'AMENDMENT_PROPOSED']),
    passes: (s) =>
      (s.attestations.filing.on = ['FILED', 'AMENDED', 'TRANSMITTED', 'AMENDMENT_PROPOSED']),
  },
  {
    rule: 'R2',
    title: 'a dossier under examination can be amended',
    file: journey,
    breaks: (s) => delete s.states.examination.on.AMENDMENT_PROPOSED,
    passes: (s) => {
      delete s.states.examination.on.AMENDMENT_PROPOSED;
      s.on = { AMENDED: {} };
    },
  },
  {
    rule: 'R2',
    title: 'the holder is told that it can be amended',
    file: journey,
    breaks: (s) => (s.states.filed.meta.can = ['withdraw']),
    passes: (s) => (s.states.filed.meta.can = ['amend']),
  },
  {
    rule: 'R2',
    title: 'what was withdrawn can be reopened',
    file: journey,
    breaks: (s) => delete s.states.withdrawn.on.REOPENED,
    passes: (s) => (s.states.withdrawn.on = { REOPENED: { target: 'examination' } }),
  },
  {
    rule: 'R2',
    title: 'a state inside another counts too',
    file: journey,
    breaks: (s) => {
      const { meta, on } = s.states.examination;
      s.states.examination = {
        initial: 'first',
        states: {
          first: { meta, on: { TAKEN: 'second' } },
          second: { meta: { ...meta, can: [] }, on },
        },
      };
    },
    passes: (s) => {
      const { meta, on } = s.states.examination;
      s.states.examination = {
        on,
        initial: 'first',
        states: { first: { meta, on: { TAKEN: 'second' } }, second: { meta } },
      };
    },
  },
  {
    rule: 'R7',
    title: 'every piece can be declared missing',
    file: main,
    breaks: (s) => (s.pieces.loss.mandatory = true),
    passes: (s) => (s.pieces.loss.needed = 'examination'),
  },
  {
    rule: 'R9',
    title: 'another dossier is never forbidden',
    file: main,
    breaks: (s) => (s.onlyOneDossier = true),
    passes: (s) => (s['//'] = 'one dossier is enough for most people'),
  },
  {
    rule: 'R12',
    title: 'a requirement has a source',
    file: data,
    breaks: (s) => delete s.guichet,
    passes: (s) => {
      delete s.guichet;
      for (const name of ['person', 'guardian', 'home', 'card'])
        s.properties[name].guichet = { source: 'rules' };
      s.properties.children.guichet.source = 'rules';
    },
  },
  {
    rule: 'R12',
    title: 'a clock has a source',
    file: main,
    breaks: (s) => delete s.clocks.silence.source,
    passes: (s) => (s.clocks.silence.source = 'theft'),
  },
  {
    rule: 'R12',
    title: 'a threshold has a source',
    file: main,
    breaks: (s) => delete s.values.replacementFee[0].source,
    passes: (s) =>
      s.values.replacementFee.push({
        from: '2028-01-01',
        is: 600,
        unit: 'EUR cents',
        source: 'rules',
      }),
  },
  {
    rule: 'R13',
    title: 'what stops a filing has a source',
    file: data,
    breaks: (s) => (s.properties.card.properties.reason.guichet = { mustKnow: 'because' }),
    passes: (s) => (s.properties.card.properties.reason.guichet = { mustKnow: 'rules' }),
  },
  {
    rule: 'R13',
    title: 'a rule of ours that blocks has a source',
    file: 'shared/identity.schema.json',
    breaks: (s) => (s.properties.birth.guichet = { blocks: 'nothing' }),
    passes: (s) => (s.properties.birth.guichet = { blocks: 'theft' }),
  },
  {
    rule: 'R13',
    title: 'an exit can be left to go on',
    file: flow,
    breaks: (s) => delete s.states.elsewhere.on,
    passes: (s) => (s.states.elsewhere.on.NEXT = 'review'),
  },
];

describe('the rights rules', () => {
  it('find nothing in the library card', async () => {
    expect(await check(await libraryCard())).toEqual([]);
  });

  for (const { rule, title, file, breaks, passes } of cases) {
    it(`${rule}: ${title}`, async () => {
      const broken = await check(await libraryCardWith({ [file]: breaks }));
      expect(rulesOf(broken.filter((problem) => problem.severity === 'error'))).toContain(rule);
      const mended = await check(await libraryCardWith({ [file]: passes }));
      expect(rulesOf(mended)).not.toContain(rule);
    });
  }

  it('each are proved here or said to be not checked yet', () => {
    const proved = cases.map((one) => one.rule);
    const all = Array.from({ length: 14 }, (_, index) => `R${index + 1}`);
    expect([...new Set([...proved, ...rulesNotChecked.map(({ rule }) => rule)])].sort()).toEqual(all.sort());
  });
});
