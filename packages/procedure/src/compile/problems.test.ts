import { describe, expect, it } from 'vitest';
import { compile } from '../index.js';
import { type Edit, libraryCardWith, rulesOf } from '../testing/library-card.js';

const data = 'library-card/data.schema.json';
const flow = 'library-card/flow.json';
const main = 'library-card/procedure.json';
const french = 'library-card/texts/fr.json';

/** What an author does wrong → the file, the change, the rule, and a word of the line that is named. */
const mistakes: [string, string, Edit, string, string][] = [
  [
    'a block that does not exist',
    data,
    (s) => (s.properties.home.$ref = '../shared/hom.schema.json'),
    'ref-missing',
    '$ref',
  ],
  [
    'a block fetched from the network',
    data,
    (s) => (s.properties.home.$ref = 'https://example.org/a.json'),
    'ref-missing',
    '$ref',
  ],
  [
    'a block outside the folder',
    data,
    (s) => (s.properties.home.$ref = '../../../etc/passwd.json'),
    'ref-missing',
    '$ref',
  ],
  [
    'a block that contains itself',
    'shared/guardian.schema.json',
    (s) => (s.properties.who.$ref = 'guardian.schema.json'),
    'ref-cycle',
    '$ref',
  ],
  [
    'an assertion of a block replaced',
    'shared/guardian.schema.json',
    (s) => (s.properties.who.properties = { birthName: { maxLength: 5000 } }),
    'ref-overrides',
    'maxLength',
  ],
  [
    'an if that is true of an empty form',
    data,
    (s) => delete s.properties.card.if.required,
    'if-required',
    'reason',
  ],
  [
    'an if that reads nothing',
    data,
    (s) => (s.properties.card.if = { minProperties: 1 }),
    'if-shape',
    '"if"',
  ],
  [
    'an if that reads the items of a list',
    data,
    (s) => (s.properties.card.if.properties.reason = { items: {} }),
    'if-shape',
    'items',
  ],
  [
    'an if that reads what nothing defines',
    data,
    (s) => (s.properties.card.if = { properties: { why: { const: 1 } }, required: ['why'] }),
    'unknown-property',
    'why',
  ],
  [
    'an if on the presence of an object, which is always there',
    data,
    (s) => (s.if = { required: ['card'] }),
    'if-shape',
    'required',
  ],
  [
    'an if that requires and forbids one answer',
    data,
    (s) => (s.properties.card.if.properties.reason = false),
    'if-shape',
    'reason',
  ],
  ['a then without if', data, (s) => delete s.properties.card.if, 'if-alone', 'then'],
  [
    'an if without then and else',
    'shared/child.schema.json',
    (s) => delete s.then,
    'if-alone',
    '"if"',
  ],
  [
    'a question required by one that does not exist',
    data,
    (s) => (s.properties.card.dependentRequired = { reportNumbre: ['reason'] }),
    'unknown-property',
    'reportNumbre',
  ],
  [
    'a keyword that the language refuses',
    data,
    (s) => (s.properties.card.patternProperties = { '^x': { type: 'string', maxLength: 5 } }),
    'refused-keyword',
    'patternProperties',
  ],
  [
    'answers under names that nobody wrote',
    data,
    (s) => (s.properties.card.additionalProperties = { type: 'boolean' }),
    'refused-keyword',
    'additionalProperties',
  ],
  [
    'an identity inside a file',
    data,
    (s) => (s.properties.card.$id = 'urn:example:card'),
    'refused-keyword',
    '$id',
  ],
  [
    'a block that a closed object forbids',
    data,
    (s) => {
      s.properties.home.additionalProperties = false;
      s.properties.home.properties = {};
    },
    'closed-object',
    'additionalProperties',
  ],
  [
    'a question beside a closed part',
    data,
    (s) =>
      (s.properties.card.allOf = [{ properties: { reason: true }, unevaluatedProperties: false }]),
    'closed-object',
    'unevaluatedProperties',
  ],
  [
    'an assertion on an object of questions',
    data,
    (s) => (s.properties.card.anyOf = [{ required: ['reason'] }, { required: ['expiresOn'] }]),
    'misplaced-keyword',
    'anyOf',
  ],
  [
    'one of a single question',
    data,
    (s) => (s.properties.card.guichet = { oneOfThese: ['reason'] }),
    'one-of-these',
    'oneOfThese',
  ],
  [
    'one of questions that nothing defines',
    data,
    (s) => (s.properties.card.guichet = { oneOfThese: ['reason', 'raison'] }),
    'unknown-property',
    'oneOfThese',
  ],
  [
    'an assertion on rows',
    data,
    (s) => (s.properties.children.uniqueItems = true),
    'misplaced-keyword',
    'uniqueItems',
  ],
  [
    'rows that are said to be a text',
    data,
    (s) => (s.properties.children.type = 'string'),
    'misplaced-keyword',
    'type',
  ],
  [
    'an object inside the assertions of one answer',
    data,
    (s) =>
      (s.properties.card.properties.reportNumber.not = { properties: { a: { type: 'string' } } }),
    'misplaced-keyword',
    'properties',
  ],
  [
    'a name that no pointer can hold',
    data,
    (s) => (s.properties.card.properties['a/b'] = { type: 'boolean' }),
    'bad-name',
    'a/b',
  ],
  [
    'a oneOf that nothing tells apart',
    'shared/home.schema.json',
    (s) => delete s.oneOf[0].required,
    'one-of-undiscriminated',
    'oneOf',
  ],
  [
    'a field that means something else in a branch',
    data,
    (s) => (s.properties.card.then.properties = { reportNumber: { minLength: 3 } }),
    'conditional-assertion',
    '{',
  ],
  [
    'rows whose number changes with an answer',
    data,
    (s) => (s.then.properties = { children: { minItems: 1 } }),
    'conditional-assertion',
    'minItems',
  ],
  [
    'an if on a value that the question never takes',
    data,
    (s) => (s.properties.card.if.properties.reason = { const: 'lots' }),
    'impossible-value',
    'lots',
  ],
  [
    'a condition on an option that is none of the question',
    main,
    (s) => (s.pieces.loss.asked = { at: '/card/reason', is: { not: { enum: ['lots'] } } }),
    'impossible-value',
    'lots',
  ],
  [
    'an if that tests a text as a number',
    data,
    (s) => (s.properties.card.if.properties.reason = { minimum: 3 }),
    'impossible-value',
    'minimum',
  ],
  [
    'a condition that tests a date as a list',
    main,
    (s) => (s.pieces.loss.asked = { at: '/card/expiresOn', is: { not: { minItems: 1 } } }),
    'impossible-value',
    'minItems',
  ],
  [
    'a condition on a number where a text is answered',
    main,
    (s) => (s.pieces.loss.asked = { at: '/card/reportNumber', is: { const: 3 } }),
    'impossible-value',
    '3',
  ],
  [
    'a required name that nothing defines',
    data,
    (s) => s.properties.card.required.push('reson'),
    'unknown-property',
    'required',
  ],
  [
    'a text of any length',
    data,
    (s) => delete s.properties.card.properties.reportNumber.maxLength,
    'unbounded-text',
    'reportNumber',
  ],
  [
    'a field without a type',
    data,
    (s) => (s.properties.card.properties.reportNumber = {}),
    'untyped-field',
    'reportNumber',
  ],
  [
    'a format that nothing checks',
    data,
    (s) => (s.properties.card.properties.expiresOn.format = 'datum'),
    'unknown-format',
    'expiresOn',
  ],
  [
    'a day that cannot be computed',
    'shared/identity.schema.json',
    (s) => (s.properties.birth.notAfter = 'yesterday'),
    'bad-moment',
    'birth',
  ],
  [
    'a group of any number of rows',
    data,
    (s) => delete s.properties.children.maxItems,
    'unbounded-group',
    'children',
  ],
  [
    'activity that turns in a circle',
    data,
    (s) => {
      s.properties.card.allOf = [
        {
          if: { properties: { reportNumber: { const: 'x' } }, required: ['reportNumber'] },
          then: { properties: { reason: false } },
        },
      ];
    },
    'activity-cycle',
    'reason',
  ],
  [
    'an interview that starts nowhere',
    flow,
    (s) => (s.initial = 'persn'),
    'bad-initial',
    'initial',
  ],
  [
    'a step that leads nowhere',
    flow,
    (s) => (s.states.person.on.NEXT = 'gardian'),
    'unknown-step',
    'NEXT',
  ],
  [
    'a step that no way leads to',
    flow,
    (s) => (s.states.guardian.on.NEXT = 'children'),
    'unreachable-step',
    'card',
  ],
  ['a fork without a way out', flow, (s) => s.states.home.on.NEXT.pop(), 'flow-no-default', 'NEXT'],
  [
    'a fork whose way out is an exit',
    flow,
    (s) => (s.states.home.on.NEXT[1].target = 'elsewhere'),
    'flow-no-default',
    'NEXT',
  ],
  [
    'an always transition',
    flow,
    (s) => (s.states.home.always = 'pieces'),
    'flow-not-allowed',
    'always',
  ],
  [
    'an action of the machine',
    flow,
    (s) => (s.states.home.entry = 'log'),
    'flow-not-allowed',
    'entry',
  ],
  ['a BACK event', flow, (s) => (s.states.home.on.BACK = 'person'), 'flow-not-allowed', 'BACK'],
  [
    'an interview that never files',
    flow,
    (s) => (s.states.review.meta.ask = ['/card']),
    'no-review',
    'states',
  ],
  ['a step that asks nothing', flow, (s) => delete s.states.card.meta.ask, 'bad-step', 'meta'],
  [
    'a pointer of a step that is no question',
    flow,
    (s) => (s.states.home.meta.ask = ['/hom']),
    'unknown-pointer',
    '/hom',
  ],
  [
    'a question asked twice',
    flow,
    (s) => s.states.home.meta.ask.push('/card/reason'),
    'asked-twice',
    'home',
  ],
  [
    'a question never asked',
    flow,
    (s) => (s.states.home.meta.ask = ['/home/situation']),
    'never-asked',
    'postCode',
  ],
  [
    'a guard on a question that does not exist',
    flow,
    (s) => (s.states.home.on.NEXT[0].guard.params.at = '/home/postcode'),
    'unknown-pointer',
    '/home/postcode',
  ],
  [
    'a condition with a keyword of its own',
    main,
    (s) => (s.pieces.loss.asked.is = { startsWith: 'x' }),
    'bad-condition',
    'startsWith',
  ],
  [
    'a condition without a test',
    main,
    (s) => (s.pieces.loss.asked.is = {}),
    'bad-condition',
    '"is"',
  ],
  [
    'a condition that is two at once',
    main,
    (s) => (s.pieces.loss.asked.all = []),
    'bad-condition',
    'asked',
  ],
  [
    'a window on a question that does not exist',
    main,
    (s) => (s.window.opens.from = '/card/expires'),
    'unknown-pointer',
    '/card/expires',
  ],
  [
    'a fee that no value gives',
    main,
    (s) => (s.fees[0].cents = 'replacementfees'),
    'unknown-value',
    'cents',
  ],
  [
    'a source that does not exist',
    main,
    (s) => (s.pieces.loss.source = 'thft'),
    'unknown-source',
    'source',
  ],
  [
    'a party that answers no question',
    main,
    (s) => (s.parties.host.answers = ['/home/hostSays']),
    'unknown-pointer',
    'hostSays',
  ],
  [
    'a file to use that does not exist',
    main,
    (s) => (s.sources.$use = '../shared/source.json'),
    'use-missing',
    '$use',
  ],
  ['an id that is not the folder', main, (s) => (s.id = 'library-cards'), 'id-mismatch', 'id'],
  [
    'a not that is true of who is never asked',
    main,
    (s) => (s.pieces.loss.asked = { not: { at: '/card/reportNumber', is: { const: 'x' } } }),
    'not-of-inactive',
    'not',
  ],
  [
    'a waiting state whose clock is not defined',
    main,
    (s) => delete s.clocks.silence,
    'unknown-clock',
    'lifecycle',
  ],
  [
    'a translation that asks for another value',
    'library-card/texts/en.json',
    (s) => (s.steps.guardian.title = 'Under {years}'),
    'unknown-argument',
    '{',
  ],
  [
    'a lifecycle that does not exist',
    main,
    (s) => (s.lifecycle.base = '../shared/life.json'),
    'lifecycle-missing',
    'base',
  ],
  [
    'a declared language without words',
    main,
    (s) => s.languages.push('de'),
    'missing-language',
    'languages',
  ],
  [
    'a label that is missing',
    french,
    (s) => delete s.fields['/card/expiresOn'],
    'missing-text',
    'fields',
  ],
  [
    'an option that is missing',
    french,
    (s) => delete s.fields['/card/reason'].options.lost,
    'missing-text',
    'options',
  ],
  [
    'a label of a block that is missing',
    'shared/texts/en/child.json',
    (s) => delete s.fields['/school'],
    'missing-text',
    '',
  ],
  [
    'an interface word that one language lacks',
    'shared/texts/en/interface.json',
    (s) => delete s.ui.continue,
    'missing-text',
    '',
  ],
  [
    'words for a question that does not exist',
    french,
    (s) => (s.fields['/card/resons'] = { label: 'x' }),
    'unknown-text',
    '/card/resons',
  ],
  ['a message that does not close', french, (s) => (s.title = 'Carte {de'), 'bad-message', 'title'],
];

describe('compile reports', () => {
  for (const [title, file, edit, rule, word] of mistakes) {
    it(title, async () => {
      const files = await libraryCardWith({ [file]: edit });
      const { problems } = await compile(files);
      const found = problems.find((problem) => problem.rule === rule);
      expect(rulesOf(problems)).toContain(rule);
      const line = files.files[found?.file ?? '']?.split('\n')[(found?.line ?? 0) - 1] ?? '';
      expect(line).toContain(word);
      expect(found?.message.length).toBeGreaterThan(20);
      expect(found?.fix).not.toBe('');
    });
  }

  it('two faults at once, not just the first', async () => {
    const { problems } = await compile(
      await libraryCardWith({
        [flow]: (s) => (s.initial = 'nowhere'),
        [main]: (s) => (s.fees[0].cents = 'nothing'),
      }),
    );
    expect(rulesOf(problems)).toEqual(expect.arrayContaining(['bad-initial', 'unknown-value']));
  });

  it('what an option was meant to be', async () => {
    const edit: Edit = (s) =>
      (s.pieces.loss.asked = { at: '/card/reason', is: { const: 'losst' } });
    const { problems } = await compile(await libraryCardWith({ [main]: edit }));
    expect(problems.find(({ rule }) => rule === 'impossible-value')?.fix).toContain(
      'Did you mean "lost"?',
    );
    const passes: Edit = (s) =>
      (s.pieces.loss.asked = { at: '/card/reason', is: { const: 'lost' } });
    const mended = await compile(await libraryCardWith({ [main]: passes }));
    expect(rulesOf(mended.problems)).not.toContain('impossible-value');
  });

  it('a mistyped pointer, and not what follows from it', async () => {
    const { problems } = await compile(
      await libraryCardWith({ [flow]: (s) => (s.states.home.meta.ask = ['/hom']) }),
    );
    expect(rulesOf(problems)).toEqual(['unknown-pointer']);
  });

  it('what is never asked last, since it may follow from another mistake', async () => {
    const { problems } = await compile(
      await libraryCardWith({ [flow]: (s) => (s.states.home.meta.ask = ['/whereabouts']) }),
    );
    expect(problems[0]?.rule).toBe('unknown-pointer');
    expect(problems.at(-1)?.rule).toBe('never-asked');
  });

  it('all clocks that the journey misses at once, and all sources', async () => {
    const { problems } = await compile(
      await libraryCardWith({
        [main]: (s) => delete s.clocks.silence,
        'shared/lifecycle.json': (s) => {
          s.states.examination.meta.clock = 'answer';
          s.states.closed.meta.clock = { none: 'nothingWaits', source: 'nowhere' };
          s.states.withdrawn.meta.clock = { none: 'nothingWaits', source: 'elsewhere' };
        },
      }),
    );
    const clocks = problems.filter(({ rule }) => rule === 'unknown-clock');
    expect(clocks.map(({ message }) => message)).toEqual([
      expect.stringContaining('"answer", "silence"'),
    ]);
    const sources = problems.filter(({ rule }) => rule === 'unknown-source');
    expect(sources.map(({ message }) => message)).toEqual([
      expect.stringContaining('"elsewhere", "nowhere"'),
    ]);
  });

  it('the words of a clock of its own in its own file', async () => {
    const { problems } = await compile(
      await libraryCardWith({ [main]: (s) => (s.clocks.silence.means = 'implicit-acceptance') }),
    );
    const missing = problems.filter(({ rule }) => rule === 'missing-text');
    expect(new Set(missing.map(({ file }) => file))).toEqual(
      new Set(['en', 'fr', 'fr-x-plain'].map((lang) => `library-card/texts/${lang}.json`)),
    );
    expect(missing[0]?.fix).toContain('under "clocks"');
  });

  it('what an attestation says without words', async () => {
    const { problems } = await compile(
      await libraryCardWith({ [main]: (s) => (s.attestations.filing.says = ['noLoan']) }),
    );
    const [missing] = problems.filter(({ rule }) => rule === 'missing-text');
    expect(missing?.message).toContain('says → noLoan');
  });

  it('and still gives a plan to preview', async () => {
    const { published } = await compile(
      await libraryCardWith({ [french]: (s) => delete s.fields['/card/expiresOn'] }),
    );
    expect(published?.texts['fr']?.bundle.fields['/card/expiresOn']?.label).toBe('expiresOn');
  });
});
