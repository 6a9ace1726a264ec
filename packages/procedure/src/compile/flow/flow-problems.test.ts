import { describe, expect, it } from 'vitest';
import { check } from '../../check.js';
import { compile } from '../../index.js';
import { type Edit, libraryCardWith, rulesOf } from '../../testing/library-card.js';

const flow = 'library-card/flow.json';
const main = 'library-card/procedure.json';
const data = 'library-card/data.schema.json';

/** The library card with its home and its children as tasks of one list. */
const asTasks: Edit = (s) => {
  const { children, home } = s.states;
  const [elsewhere, pieces] = home.on.NEXT;
  delete s.states.children;
  delete s.states.home;
  delete children.on;
  delete home.on;
  s.states.card.on.NEXT = 'parts';
  s.states.parts = {
    meta: { sections: 'any-order' },
    initial: 'children',
    states: { children, home },
    on: { NEXT: [elsewhere, pieces] },
  };
};

/** The library card with the person and the guardian inside one state. */
const asCompound: Edit = (s) => {
  const { person, guardian } = s.states;
  delete s.states.person;
  delete s.states.guardian;
  delete guardian.on;
  s.initial = 'people';
  s.states = {
    people: { initial: 'person', states: { person, guardian }, on: { NEXT: 'card' } },
    ...s.states,
  };
};

const words: Edit = (s) => {
  s.steps = { ...s.steps, parts: { title: 'Parts' } };
};
const texts = Object.fromEntries(
  ['fr', 'en'].map((lang) => [`library-card/texts/${lang}.json`, words]),
);

const inTwoLanguages: Edit = (s) => {
  s.languages = ['fr', 'en'];
};

const after =
  (first: Edit, then: Edit): Edit =>
  (s) => {
    first(s);
    then(s);
  };

/** What an author does wrong → the change of flow.json, the rule, and a word of the line that is named. */
const mistakes: [string, Edit, string, string][] = [
  ['context', (s) => (s.context = { n: 1 }), 'flow-not-allowed', 'context'],
  ['an entry action', (s) => (s.states.card.entry = 'log'), 'flow-not-allowed', 'entry'],
  ['an exit action', (s) => (s.states.card.exit = 'log'), 'flow-not-allowed', '"exit": "log"'],
  [
    'an action of a transition',
    (s) => (s.states.card.on.NEXT = [{ target: 'children', actions: 'log' }]),
    'flow-not-allowed',
    'actions',
  ],
  ['always', (s) => (s.states.card.always = 'children'), 'flow-not-allowed', 'always'],
  ['after', (s) => (s.states.card.after = { 1000: 'children' }), 'flow-not-allowed', 'after'],
  ['invoke', (s) => (s.states.card.invoke = { src: 'x' }), 'flow-not-allowed', 'invoke'],
  ['parallel', (s) => (s.type = 'parallel'), 'flow-not-allowed', 'parallel'],
  ['history', (s) => (s.states.card.type = 'history'), 'flow-not-allowed', 'history'],
  ['final', (s) => (s.states.review.type = 'final'), 'flow-not-allowed', 'final'],
  ['another event', (s) => (s.states.card.on.BACK = 'person'), 'flow-not-allowed', 'BACK'],
  [
    'a guard that is no condition',
    (s) => (s.states.home.on.NEXT[0].guard = { type: 'isParis' }),
    'flow-not-allowed',
    'guard',
  ],
  ['a state that does not exist', (s) => (s.states.card.on.NEXT = 'x'), 'unknown-step', 'NEXT'],
  [
    'a NEXT out of the state around it',
    after(asCompound, (s) => (s.states.people.states.guardian.on = { NEXT: 'card' })),
    'unknown-step',
    'NEXT',
  ],
  [
    'a step that no way leads to',
    (s) => (s.states.card.on.NEXT = 'home'),
    'unreachable-step',
    'children',
  ],
  [
    'a state with pages inside that no way leads to',
    after(asCompound, (s) => (s.initial = 'card')),
    'unreachable-step',
    'people',
  ],
  ['a circle', (s) => (s.states.elsewhere.on.NEXT = 'home'), 'flow-cycle', 'elsewhere'],
  [
    'a circle through a state with pages inside',
    after(asCompound, (s) => (s.states.card.on.NEXT = 'people')),
    'flow-cycle',
    'card',
  ],
  [
    'a target that is always taken before others',
    (s) => delete s.states.home.on.NEXT[0].guard,
    'flow-dead-target',
    '{',
  ],
  ['an exit at the start', (s) => (s.initial = 'elsewhere'), 'exit-unguarded', 'initial'],
  [
    'an exit as a task',
    after(asTasks, (s) => (s.states.parts.states.town = { meta: { exit: { say: 'otherTown' } } })),
    'exit-unguarded',
    'town',
  ],
  [
    'an exit as the way out of a list',
    after(asTasks, (s) => (s.states.parts.on.NEXT = 'elsewhere')),
    'flow-no-default',
    'NEXT',
  ],
  [
    'a task that leads on',
    after(asTasks, (s) => (s.states.parts.states.children.on = { NEXT: 'home' })),
    'task-with-next',
    'NEXT',
  ],
  [
    'any order on a single page',
    (s) => (s.states.card.meta.sections = 'any-order'),
    'any-order-misplaced',
    'sections',
  ],
  [
    'a state with pages inside that asks itself',
    after(asCompound, (s) => (s.states.people.meta = { ask: ['/card'] })),
    'bad-step',
    'ask',
  ],
  [
    'a state with no page inside',
    after(asTasks, (s) => (s.states.parts.states = {})),
    'bad-step',
    'parts',
  ],
  [
    'a state with pages inside that starts nowhere',
    after(asCompound, (s) => delete s.states.people.initial),
    'bad-initial',
    'people',
  ],
  [
    'two steps of one name',
    after(asCompound, (s) => {
      s.states.people.states.card = s.states.people.states.guardian;
      s.states.people.states.person.on.NEXT = 'card';
      delete s.states.people.states.guardian;
    }),
    'duplicate-step',
    'card',
  ],
  [
    'a step named as what every object has',
    (s) => (s.states.constructor = { meta: { ask: ['/card'] } }),
    'step-name',
    'constructor',
  ],
  [
    'a step named as a page of a row',
    (s) => (s.states['card:2'] = { meta: { ask: ['/card'] } }),
    'step-name',
    'card:2',
  ],
  [
    'a question on two pages',
    (s) => s.states.home.meta.ask.push('/card/reason'),
    'asked-twice',
    'home',
  ],
  [
    'rows asked whole and on pages of their own',
    (s) => s.states.home.meta.ask.push('/children'),
    'asked-twice',
    'home',
  ],
  [
    'a question of a row on no page',
    (s) => s.states.children.meta.ask.pop(),
    'never-asked',
    'wantsCard',
  ],
  [
    'a question of a row on a page without rows',
    (s) => {
      s.states.children.meta.ask.pop();
      s.states.home.meta.ask.push('/children/*/wantsCard');
    },
    'outside-row',
    'home',
  ],
  [
    'a question asked once for each row',
    (s) => {
      s.states.home.meta.ask = ['/home/situation'];
      s.states.children.meta.ask.push('/home/postCode');
    },
    'outside-row',
    'children',
  ],
  [
    'a review that is followed',
    (s) => {
      s.states.review.on = { NEXT: 'late' };
      s.states.late = { meta: { ask: 'pieces' } };
    },
    'review-not-last',
    'review',
  ],
  [
    'a page from which nothing leads on',
    (s) => {
      delete s.states.elsewhere.on;
      s.states.elsewhere.meta = { ask: ['/card/expiresOn'] };
    },
    'dead-end-step',
    'elsewhere',
  ],
  [
    'more pages than anybody can be led through',
    (s) => {
      for (let i = 0; i < 1000; i += 1) s.states[`p${i}`] = { meta: { ask: 'pieces' } };
    },
    'too-many-steps',
    'states',
  ],
];

describe('an interview is told of', () => {
  for (const [title, edit, rule, word] of mistakes) {
    it(title, async () => {
      const files = await libraryCardWith({ [flow]: edit });
      const { problems } = await compile(files);
      const found = problems.find((problem) => problem.rule === rule);
      expect(rulesOf(problems)).toContain(rule);
      const line = files.files[found?.file ?? '']?.split('\n')[(found?.line ?? 0) - 1] ?? '';
      expect(line).toContain(word);
      expect(found?.message.length).toBeGreaterThan(20);
      expect(found?.fix).not.toBe('');
    });
  }
});

describe('an interview may have', () => {
  it('pages inside a state, which the last one leaves by the NEXT of that state', async () => {
    const files = await libraryCardWith({ [flow]: asCompound });
    expect(await check(files)).toEqual([]);
    const { published } = await compile(files);
    expect(published?.plan.flow.states['people']).toMatchObject({
      initial: 'person',
      states: { person: { on: { NEXT: 'guardian' } }, guardian: {} },
      on: { NEXT: 'card' },
    });
    expect(published?.plan.steps['people']).toBeUndefined();
    expect(published?.plan.steps['guardian']?.kind).toBe('fields');
  });

  it('a task list, whose title and tasks need words, and whose guards are read', async () => {
    const files = await libraryCardWith({ [flow]: asTasks, [main]: inTwoLanguages, ...texts });
    expect(await check(files)).toEqual([]);
    const { published } = await compile(files);
    expect(published?.plan.steps['parts']).toEqual({
      kind: 'tasks',
      sections: [],
      tasks: ['children', 'home'],
    });
    expect(published?.plan.readers['/home/postCode']).toContain('@flow');
    const bare = await compile(await libraryCardWith({ [flow]: asTasks }));
    expect(bare.problems.map(({ message }) => message).join()).toContain('steps → parts → title');
  });

  it('a task of several pages, which needs a title of its own', async () => {
    const edit = after(asTasks, (s) => {
      const { home } = s.states.parts.states;
      s.states.parts.states.living = { initial: 'home', states: { home } };
      delete s.states.parts.states.home;
    });
    const { problems } = await compile(await libraryCardWith({ [flow]: edit, ...texts }));
    expect(rulesOf(problems)).toEqual(['missing-text']);
    expect(problems[0]?.message).toContain('steps → living → title');
  });

  it('a page for each row of rows inside rows', async () => {
    const nested: Edit = (s) => {
      s.properties.children.items.properties = {
        ...s.properties.children.items.properties,
        schools: {
          type: 'array',
          maxItems: 3,
          items: {
            type: 'object',
            properties: { name: { type: 'string', maxLength: 50 } },
            guichet: { source: 'rules' },
          },
        },
      };
    };
    const asked: Edit = (s) => {
      s.states.children.on.NEXT = 'schools';
      s.states.schools = {
        meta: { each: '/children/*/schools', ask: ['./name'] },
        on: { NEXT: 'home' },
      };
    };
    const { published, problems } = await compile(
      await libraryCardWith({ [data]: nested, [flow]: asked }),
    );
    expect(rulesOf(problems)).toEqual(['missing-text']);
    expect(published?.plan.steps['schools']).toMatchObject({
      kind: 'each',
      each: '/children/*/schools',
      sections: [{ items: ['/children/*/schools/*/name'] }],
    });
  });
});

describe('a guide is told of', () => {
  const guide: Edit = (s) => {
    s.guide = true;
    for (const key of ['window', 'fees', 'pieces', 'parties', 'clocks', 'channels', 'mandates'])
      delete s[key];
    delete s.attestations;
    delete s.lifecycle;
  };

  it('facts about what is filed', async () => {
    const { problems } = await compile(await libraryCardWith({ [main]: (s) => (s.guide = true) }));
    const found = problems.filter(({ rule }) => rule === 'guide-fact');
    expect(found.map(({ message }) => message.match(/"(\w+)"/)?.[1]).sort()).toEqual(
      [
        ...['attestations', 'channels', 'clocks', 'fees', 'lifecycle'],
        ...['mandates', 'parties', 'pieces', 'window'],
      ].sort(),
    );
  });

  it('a review and pieces, and an end that asks', async () => {
    const { problems } = await compile(await libraryCardWith({ [main]: guide }));
    expect(problems.filter(({ rule }) => rule === 'guide-step')).toHaveLength(2);
    const ends = await libraryCardWith({
      [main]: guide,
      [flow]: (s) => {
        delete s.states.pieces;
        delete s.states.review;
        s.states.home.on.NEXT.pop();
        s.states.elsewhere.on = undefined;
        s.states.home.on = undefined;
      },
    });
    expect(rulesOf((await compile(ends)).problems)).toContain('guide-ending');
  });

  it('nothing that is owed to a filed dossier', async () => {
    const problems = await check(await libraryCardWith({ [main]: guide }));
    expect(rulesOf(problems)).not.toContain('R1');
    expect(rulesOf(problems)).not.toContain('missing-key');
  });
});

describe('an interview of hostile shape', () => {
  const shapes: [string, Edit][] = [
    ['states that are a list', (s) => (s.states = [1, 2])],
    ['a state that is a number', (s) => (s.states.card = 3)],
    ['states inside that are a text', (s) => (s.states.card.states = 'x')],
    ['an initial that is an object', (s) => (s.initial = { a: 1 })],
    ['a NEXT that is a number', (s) => (s.states.card.on.NEXT = 7)],
    ['a NEXT of nothing', (s) => (s.states.card.on.NEXT = [])],
    ['a NEXT of nulls', (s) => (s.states.card.on.NEXT = [null, null])],
    ['a meta that is a list', (s) => (s.states.card.meta = ['ask'])],
    ['sections that are an object', (s) => (s.states.card.meta.sections = { any: 1 })],
    ['a target named as what every object has', (s) => (s.states.card.on.NEXT = 'toString')],
    ['an initial named as what every object has', (s) => (s.initial = 'constructor')],
    ['an each that is an object', (s) => (s.states.children.meta.each = {})],
    ['an exit of nothing', (s) => (s.states.elsewhere.meta.exit = {})],
    [
      'fifty levels of states',
      (s) => {
        let inner: object = { meta: { ask: ['/card'] } };
        for (let i = 0; i < 25; i += 1) inner = { initial: `d${i}`, states: { [`d${i}`]: inner } };
        s.states.card = { ...inner, on: { NEXT: 'children' } };
      },
    ],
    [
      'a chain of six thousand steps',
      (s) => {
        for (let i = 0; i < 6000; i += 1)
          s.states[`p${i}`] = { meta: { ask: 'pieces' }, on: { NEXT: `p${(i + 1) % 6000}` } };
        s.states.card.on.NEXT = 'p0';
      },
    ],
  ];
  it.each(shapes)('%s is a problem, and nothing worse', async (_, edit) => {
    const files = await libraryCardWith({ [flow]: edit });
    const started = performance.now();
    const problems = await check(files);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(problems.length).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>)['states']).toBeUndefined();
  });
});
