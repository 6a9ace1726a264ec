import { describe, expect, it } from 'vitest';
import { check, loadFolder } from '../../check.js';
import { compile } from '../../index.js';
import { type Edit, fixtures, rulesOf } from '../../testing/library-card.js';

const main = 'joint-lease/procedure.json';
const english = 'joint-lease/texts/en.json';
const data = 'joint-lease/data.schema.json';

async function leaseWith(edits: Readonly<Record<string, Edit>>) {
  const { id, files } = await loadFolder(fixtures, 'joint-lease');
  const made: Record<string, string> = { ...files };
  for (const [file, edit] of Object.entries(edits)) {
    const json: unknown = JSON.parse(made[file] ?? '{}');
    edit(json);
    made[file] = JSON.stringify(json, null, 2);
  }
  return { id, files: made };
}

/** What an author does wrong → the file, the change, the rule, and a word of the line that is named. */
const mistakes: [string, string, Edit, string, string][] = [
  [
    'a piece for each row of what has no rows',
    main,
    (s) => (s.pieces.birthCertificate.each = '/home'),
    'piece-each',
    '/home',
  ],
  [
    'a piece once for each value of no row',
    main,
    (s) => delete s.pieces.policeRecord.each,
    'piece-each',
    './country',
  ],
  [
    'a piece once for each value of no question',
    main,
    (s) => (s.pieces.policeRecord.oncePer = './contry'),
    'piece-each',
    './contry',
  ],
  [
    'a piece once for each value of another group',
    main,
    (s) => (s.pieces.policeRecord.oncePer = '/children/*/birth'),
    'piece-each',
    '/children',
  ],
  [
    'a piece once for each text',
    main,
    (s) => (s.pieces.policeRecord.oncePer = './note'),
    'piece-once-per',
    './note',
  ],
  [
    'a piece named by what is confidential',
    data,
    (s) => (s.properties.stays.items.properties.country.guichet = { confidential: true }),
    'piece-once-per',
    './country',
  ],
  [
    'a paper as recent as months and days',
    main,
    (s) => (s.pieces.homeProof.freshFor = 'P1M10D'),
    'piece-fresh-for',
    'P1M10D',
  ],
  [
    'a paper as recent as nothing',
    main,
    (s) => (s.pieces.homeProof.freshFor = 'P0D'),
    'piece-fresh-for',
    'P0D',
  ],
  [
    'pieces that are all called alike',
    english,
    (s) => (s.pieces.policeRecord.label = 'Police record'),
    'piece-label-same',
    'Police record',
  ],
  [
    'dossiers that are all called alike',
    english,
    (s) => (s.links.childCard.label = 'A card'),
    'piece-label-same',
    'A card',
  ],
  [
    'no heading for pieces of rows',
    english,
    (s) => delete s.pieces.policeRecord.title,
    'missing-text',
    'policeRecord',
  ],
  [
    'an answer asked of two parties',
    main,
    (s) => s.parties.employer.answers.push('/home/hostStatement'),
    'given-twice',
    '[',
  ],
  [
    'a piece asked of two parties',
    main,
    (s) => (s.parties.employer.gives = ['hostProof']),
    'given-twice',
    '[',
  ],
  [
    'a party asked for a piece that is none',
    main,
    (s) => (s.parties.host.gives = ['hostPrif']),
    'unknown-piece',
    'hostPrif',
  ],
  [
    'a party asked for a piece of rows that they do not see',
    main,
    (s) => (s.parties.host.gives = ['policeRecord']),
    'party-cannot-tell',
    'policeRecord',
  ],
  [
    'a party asked depending on themselves',
    main,
    (s) => (s.parties.partner.when = { at: '/couple/partnerAgrees', known: true }),
    'party-asks-itself',
    '{',
  ],
  [
    'a representative for ever',
    main,
    (s) => delete s.parties.guardian.until,
    'representative-without-end',
    'representative',
  ],
  [
    'a party who sees what is confidential',
    main,
    (s) => s.parties.host.sees.push('/health'),
    'confidential-seen',
    '/health',
  ],
  [
    'a party asked for no question',
    main,
    (s) => s.parties.host.answers.push('/nowhere'),
    'unknown-pointer',
    '/nowhere',
  ],
  [
    'no words for a party who is asked',
    english,
    (s) => delete s.parties.host,
    'missing-text',
    'parties',
  ],
  [
    'a linked procedure that does not exist',
    main,
    (s) => (s.links.childCard.procedure = 'libary-card'),
    'unknown-procedure',
    'libary-card',
  ],
  [
    'dossiers for each row of what has no rows',
    main,
    (s) => (s.links.childCard.each = '/home'),
    'link-each',
    '/home',
  ],
  [
    'the whole row of no row',
    main,
    (s) => (s.links.partnerLease.carry = { '.': '/person' }),
    'link-each',
    '/person',
  ],
  [
    'carrying what is not asked here',
    main,
    (s) => (s.links.partnerLease.carry = { '/hom': '/home' }),
    'unknown-pointer',
    '/hom',
  ],
  [
    'carrying to what is not asked there',
    main,
    (s) => (s.links.childCard.carry['./birth'] = '/person/bith'),
    'carried-nowhere',
    '/person/bith',
  ],
  [
    'carrying what is confidential',
    main,
    (s) => (s.links.partnerLease.carry['/health'] = '/health'),
    'confidential-carried',
    '/health',
  ],
  [
    'two amounts on one day',
    main,
    (s) => (s.values.deposit[1].from = '2026-12-31'),
    'value-overlap',
    '2026-12-31',
  ],
  [
    'an amount that never ends before another',
    main,
    (s) => delete s.values.deposit[0].until,
    'value-overlap',
    '2027-01-01',
  ],
  [
    'a period that ends before it begins',
    main,
    (s) => (s.values.deposit[0].until = '2025-12-31'),
    'value-overlap',
    '2025-12-31',
  ],
  [
    'days without an amount',
    main,
    (s) => (s.values.deposit[1].from = '2027-02-01'),
    'value-gap',
    '2027-02-01',
  ],
];

describe('facts', () => {
  it('of the joint lease have nothing for check to say', async () => {
    expect(await check(await leaseWith({}))).toEqual([]);
  });

  for (const [title, file, edit, rule, named] of mistakes) {
    it(`report ${title}`, async () => {
      const files = await leaseWith({ [file]: edit });
      const { published, problems } = await compile(files);
      expect(rulesOf(problems)).toContain(rule);
      const found = problems.filter((problem) => problem.rule === rule);
      const lines = found.map(({ file: at, line }) => files.files[at]?.split('\n')[line - 1] ?? '');
      expect(lines.some((line) => line.includes(named))).toBe(true);
      expect(published).toBeDefined();
    });
  }

  it('tie each answer and piece to the party who gives it', async () => {
    const { published } = await compile(await leaseWith({}));
    const by = (parts: Readonly<Record<string, { readonly by?: string }>> = {}) =>
      Object.entries(parts).flatMap(([name, part]) =>
        part.by === undefined ? [] : [[name, part.by]],
      );
    expect(by(published?.plan.fields)).toEqual([
      ['/home/hostStatement', 'host'],
      ['/couple/partnerAgrees', 'partner'],
      ['/couple/partnerSince', 'partner'],
      ['/work/monthlyPay', 'employer'],
    ]);
    expect(by(published?.plan.pieces)).toEqual([['hostProof', 'host']]);
  });

  it('give a group to a party with all that is asked in its rows', async () => {
    const { published } = await compile(
      await leaseWith({ [main]: (s) => s.parties.partner.answers.push('/children') }),
    );
    expect(published?.plan.groups['/children']?.by).toBe('partner');
    expect(published?.plan.fields['/children/*/firstNames']?.by).toBe('partner');
  });

  it('are read anew when what names, dates or gives them changes', async () => {
    const { published } = await compile(await leaseWith({}));
    const readers = published?.plan.readers ?? {};
    expect(readers['/stays']).toContain('@piece/policeRecord');
    expect(readers['/stays/*/country']).toContain('@piece/policeRecord');
    expect(readers['/stays/*/adult']).toContain('@piece/policeRecord');
    expect(readers['/children/*/firstNames']).toContain('@piece/birthCertificate');
    expect(readers['filing']).toContain('@piece/homeProof');
    expect(readers['/work/employed']).toContain('/work/monthlyPay');
  });

  it.each<unknown>([
    null,
    [],
    'x',
    7,
    { each: {} },
    { __proto__: 1 },
    { toString: { each: '/stays' } },
  ])('never throw for %j in the place of pieces, parties and links', async (strange) => {
    for (const key of ['pieces', 'parties', 'links', 'values', 'fees', 'advice']) {
      const { problems } = await compile(await leaseWith({ [main]: (s) => (s[key] = strange) }));
      expect(Array.isArray(problems)).toBe(true);
    }
  });
});
