import { beforeAll, describe, expect, it } from 'vitest';
import { formatProblems } from '../check.js';
import { canonicalJson, compile, hashOf, type Published } from '../index.js';
import { libraryCard, libraryCardWith } from '../testing/library-card.js';

let published: Published;

beforeAll(async () => {
  const compiled = await compile(await libraryCard());
  expect(formatProblems(compiled.problems)).toBe('');
  if (!compiled.published) throw new Error('the library card does not compile');
  published = compiled.published;
});

const stolen = { at: '/card/reason', is: { const: 'stolen' } };
const minor = { at: '/person/birth', is: { youngerThan: 'P18Y' } };

describe('fields', () => {
  it('are asked while no branch forbids them', () => {
    const { fields } = published.plan;
    expect(fields['/card/reason']?.show).toBeUndefined();
    expect(fields['/card/reportNumber']?.show).toEqual(stolen);
    expect(fields['/guardian/who/birthName']?.show).toEqual(minor);
  });

  it('are required where their branch requires them, and simply so when the branch decides both', () => {
    const { fields } = published.plan;
    expect(fields['/person/birthName']?.required).toBe(true);
    expect(fields['/person/firstNames']?.required).toBeUndefined();
    expect(fields['/card/reportNumber']?.required).toBe(true);
    expect(fields['/guardian/who/birthName']?.required).toBe(true);
  });

  it('of a oneOf belong to the branch that its constant chooses', () => {
    const { fields } = published.plan;
    expect(fields['/home/situation']).toMatchObject({
      kind: 'choice',
      required: true,
      schema: { enum: ['own', 'hosted'] },
    });
    expect(fields['/home/hostStatement']).toMatchObject({
      kind: 'declaration',
      show: { at: '/home/situation', is: { const: 'hosted' } },
    });
  });

  it('take their kind from their schema', () => {
    const kinds = Object.entries(published.plan.fields).map(([at, { kind }]) => `${at} ${kind}`);
    expect(kinds).toContain('/person/birth partial-date');
    expect(kinds).toContain('/home/postCode identifier');
    expect(kinds).toContain('/guardian/telephone phone');
    expect(kinds).toContain('/children/*/wantsCard yes-no');
    expect(published.plan.needs).toContain('partial-date');
  });

  it('in rows speak of their own row with *', () => {
    const { fields, groups } = published.plan;
    expect(groups['/children']).toEqual({
      title: './firstNames',
      fields: ['firstNames', 'birth', 'school', 'schoolSince', 'wantsCard'].map(
        (name) => `/children/*/${name}`,
      ),
      maxItems: 12,
      source: 'rules',
    });
    expect(fields['/children/*/school']?.show).toEqual({
      not: { at: '/children/*/birth', is: { youngerThan: 'P3Y' } },
    });
    expect(fields['/children/*/schoolSince']?.schema.notBefore).toEqual({
      from: '/children/*/birth',
      add: 'P2Y',
    });
  });

  it('take the source of the object that holds them, unless they have their own', () => {
    expect(published.plan.fields['/card/reason']?.source).toBe('rules');
    expect(published.plan.fields['/card/reportNumber']?.source).toBe('theft');
  });
});

describe('readers', () => {
  it('name all that a change can touch', () => {
    const { readers } = published.plan;
    expect(readers['/card/reason']).toEqual(['/card/reportNumber', '@piece/loss', '@fee/0']);
    expect(readers['/home/postCode']).toEqual(['@flow']);
    expect(readers['/card/expiresOn']).toEqual(['@advice/0', '@window']);
    expect(readers['/children/*/birth']).toEqual([
      '/children/*/school',
      '/children/*/schoolSince',
      '@advice/1',
    ]);
    expect(readers['today']).toContain('/person/birth');
    expect(readers['filing']).toContain('/guardian/who/birthName');
  });

  it('pass activity on', async () => {
    const files = await libraryCardWith({
      'library-card/procedure.json': (procedure) => {
        procedure.pieces.loss.asked = { at: '/card/reportNumber', known: true };
      },
    });
    const { published: other } = await compile(files);
    expect(other?.plan.readers['/card/reason']).toContain('@piece/loss');
  });
});

describe('steps', () => {
  it('put questions under the heading of their object, or of the author', () => {
    const { steps } = published.plan;
    expect(steps['person']?.sections).toEqual([
      { key: '/person', items: ['/person/birthName', '/person/firstNames', '/person/birth'] },
    ]);
    expect(steps['guardian']?.sections.map((section) => section.key)).toEqual([
      '/guardian/who',
      null,
    ]);
    expect(steps['card']?.sections[0]?.key).toBe('theCard');
    expect(steps['children']).toMatchObject({ kind: 'each', each: '/children' });
    expect(steps['elsewhere']?.exit?.carry).toEqual([
      '/person/birthName',
      '/person/firstNames',
      '/person/birth',
    ]);
  });

  it('lead on as the author wrote, without meta', () => {
    expect(published.plan.flow.states['home']?.on?.NEXT).toHaveLength(2);
    expect(JSON.stringify(published.plan.flow)).not.toContain('meta');
  });
});

describe('words', () => {
  it('of a block are mounted wherever it stands, an outer block over an inner one, the procedure over all', () => {
    const words = published.texts['fr']?.bundle;
    expect(words?.fields['/person/birthName']?.label).toBe('Nom de naissance');
    expect(words?.fields['/guardian/who/birthName']?.label).toBe('Nom de votre parent ou tuteur');
    expect(words?.fields['/guardian/who/birth']).toEqual({
      label: 'Date de naissance',
      hint: 'Si vous la connaissez.',
    });
  });

  it('are parsed, and a reason named once is said beside its field', () => {
    const words = published.texts['en']?.bundle;
    expect(words?.steps['guardian']?.intro).toEqual([
      'Because you are under ',
      { arg: 'age', as: 'number' },
      '.',
    ]);
    expect(words?.fields['/card/reportNumber']?.why).toBe('The report saves you the fee.');
    expect(published.plan.fields['/card/reportNumber']?.why).toBe(true);
  });

  it('of a variant language start from the shared words of its base', () => {
    const words = published.texts['fr-x-plain']?.bundle;
    expect(words?.title).toBe('Carte pour emprunter des livres');
    expect(words?.ui['continue']).toBe('Continuer');
    expect(words?.dir).toBe('ltr');
  });
});

describe('published', () => {
  it('is the same whatever the order of files and keys', async () => {
    const { id, files } = await libraryCard();
    const reversed = Object.fromEntries(
      Object.entries(files)
        .reverse()
        .map(([name, text]) => [name, text]),
    );
    const again = await compile({ id, files: reversed });
    expect(again.published && canonicalJson(again.published)).toBe(canonicalJson(published));
    expect(await hashOf(published.plan)).toBe(published.planHash);
  });

  it('names each conditional part of the schema by its path', () => {
    expect(published.branches).toContainEqual({ path: '#/then', when: minor });
    expect(published.branches).toContainEqual({
      path: '#/properties/card/else',
      when: { not: stolen },
    });
    for (const { path } of published.branches) expect(at(published.schema, path)).toBeDefined();
  });

  it('admits row ids and keeps nothing of the annotations', () => {
    expect(at(published.schema, '#/properties/children/items/properties/_row')).toBeDefined();
    expect(JSON.stringify(published.schema)).not.toMatch(/guichet|\$ref|"oneOf"/);
  });
});

/** What a schema path names. */
function at(schema: unknown, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], schema);
}
