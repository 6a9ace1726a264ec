import { describe, expect, it } from 'vitest';
import { check, checkOperator } from '../../check.js';
import { type Edit, libraryCardWith } from '../../testing/library-card.js';

const main = 'library-card/procedure.json';

const mistakes: [string, string, Edit, string, RegExp][] = [
  [
    'a key that is mistyped',
    main,
    (s) => (s.pieces.loss.neded = 'later'),
    'unknown-key',
    /Did you mean "needed"/,
  ],
  [
    'a key that is mistyped in a block',
    'shared/identity.schema.json',
    (s) => (s.properties.birth.notAftre = '2026-01-01'),
    'unknown-key',
    /notAfter/,
  ],
  [
    'a keyword of JSON Schema that nothing here reads',
    'library-card/data.schema.json',
    (s) => (s.$defs = { never: { propertyNames: { maxLength: 3 } } }),
    'refused-keyword',
    /properties/,
  ],
  ['a key that is missing', main, (s) => delete s.pieces.loss.needed, 'missing-key', /needed/],
  [
    'a value that does not exist',
    main,
    (s) => (s.pieces.loss.needed = 'sometime'),
    'bad-shape',
    /./,
  ],
  ['a version that is no version', main, (s) => (s.version = 'one'), 'bad-shape', /./],
  [
    'a key that a machine of ours does not have',
    'shared/lifecycle.json',
    (s) => (s.states.filed.after = {}),
    'unknown-key',
    /./,
  ],
  [
    'words under a key that does not exist',
    'library-card/texts/en.json',
    (s) => (s.titel = 'x'),
    'unknown-key',
    /title/,
  ],
];

describe('the shape of a file', () => {
  for (const [title, file, edit, rule, fix] of mistakes) {
    it(`is held to the language: ${title}`, async () => {
      const problems = await check(await libraryCardWith({ [file]: edit }));
      const found = problems.filter((problem) => problem.rule === rule);
      expect(found.map((problem) => problem.file)).toEqual([file]);
      expect(found[0]?.fix).toMatch(fix);
      expect(found[0]?.line).toBeGreaterThan(0);
    });
  }

  it('says what it does not act on yet', async () => {
    const files = await libraryCardWith({ [main]: (s) => (s.validUntil = '2028-12-31') });
    const problems = await check(files);
    expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['not-run-yet', 'warning'],
    ]);
  });

  it('lets a comment stand anywhere', async () => {
    const comment: Edit = (s) => (s['//'] = 'why');
    const files = await libraryCardWith({
      [main]: (s) =>
        [s, s.pieces.loss, s.pieces.loss.asked, s.window, s.clocks.silence].forEach(comment),
      'library-card/flow.json': (s) =>
        [s, s.states.home, s.states.home.meta, s.states.home.on].forEach(comment),
      'library-card/data.schema.json': (s) =>
        [s, s.properties.card, s.properties.card.if].forEach(comment),
      'library-card/texts/fr.json': (s) => [s, s.fields, s.fields['/card/reason']].forEach(comment),
      'shared/lifecycle.json': (s) => [s, s.states.filed, s.states.filed.meta].forEach(comment),
    });
    expect(await check(files)).toEqual([]);
  });
});

const operator = {
  profile: 'administration',
  authority: 'Préfecture de démonstration',
  service: 'Bureau du séjour',
  postalAddress: ['1 place de la Préfecture', '38000 Grenoble'],
  email: 'sejour@example.org',
  telephone: '+33400000000',
  places: [
    {
      roles: ['desk'],
      name: 'Accueil',
      address: ['1 place de la Préfecture'],
      hours: { monday: '09:00-12:00' },
    },
  ],
  timeZone: 'Europe/Paris',
  dataProtection: { name: 'Déléguée', email: 'dpo@example.org' },
  appeals: [
    {
      to: 'Tribunal administratif',
      within: 'P2M',
      how: 'www.telerecours.fr',
      source: 'CJA R. 421-1',
    },
  ],
  origins: ['https://example.org'],
};

describe('operator.json', () => {
  it('passes when every mention of a receipt is there', () => {
    expect(checkOperator(JSON.stringify(operator), 'operator.json')).toEqual([]);
  });

  for (const mention of [
    'authority',
    'service',
    'postalAddress',
    'email',
    'telephone',
    'appeals',
  ]) {
    it(`is refused to an administration without "${mention}"`, () => {
      const { [mention as keyof typeof operator]: _, ...without } = operator;
      const problems = checkOperator(JSON.stringify(without), 'operator.json');
      expect(problems.map((problem) => problem.message).join()).toContain(mention);
    });
  }

  it('names its line and column, and a zone that does not exist', () => {
    const text = JSON.stringify({ ...operator, timeZone: 'Europe/Paname' }, null, 2);
    const [problem] = checkOperator(text, 'operator.json');
    expect(problem).toMatchObject({ rule: 'unknown-zone', file: 'operator.json' });
    expect(text.split('\n')[(problem?.line ?? 0) - 1]).toContain('timeZone');
  });

  it('reports text that is not JSON', () => {
    expect(checkOperator('{', 'operator.json')[0]?.rule).toBe('json-syntax');
    expect(checkOperator('[]', 'operator.json')[0]?.severity).toBe('error');
  });
});
