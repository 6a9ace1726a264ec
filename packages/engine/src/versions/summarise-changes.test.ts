import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FormPlan, Published, Texts } from '@guichet/procedure';
import type { Change, Version } from '../draft.js';
import type { EngineError } from '../errors.js';
import { foldDraft } from '../draft/fold-draft.js';
import { freshDraft } from '../draft/fresh-draft.js';
import { acts, perform, seed } from '../fixtures/random-acts.js';
import { compileStudent } from '../fixtures/student.js';
import { openSession } from '../session/open-session.js';
import { memoryPorts } from '../testing/memory-ports.js';
import { checkChanges } from './check-changes.js';
import { differenceOf } from './difference-of.js';
import { summariseChanges } from './summarise-changes.js';
import { versionOf } from './version-of.js';

let published: Published;
beforeAll(async () => {
  published = await compileStudent();
});

const at = '2026-11-23T09:00:00Z';
const days = { today: '2026-11-23', filing: '2026-11-23' };
const textsIn = (lang: string): Texts => published.texts[lang]?.bundle as Texts;
const version = (part: Partial<Version>): Version => ({
  answers: {},
  marks: {},
  pieces: {},
  ...part,
});

/** The sentences of a difference of two versions of the student's renewal, in French by default. */
function said(
  before: Partial<Version>,
  after: Partial<Version>,
  lang = 'fr',
  plan: FormPlan = published.plan,
) {
  const [one, two] = [version(before), version(after)];
  return summariseChanges(plan, textsIn(lang), one, differenceOf(one, two, 1)).map(({ sentence }) =>
    // Spaces that do not break are the translator's.
    sentence.replace(/[\u00a0\u202f]/g, ' '),
  );
}

describe('a change set in words', () => {
  it('says answers as the review does, in each language', () => {
    const before = {
      answers: { home: { situation: 'tenant' }, currentPermit: { until: '2027-06-15' } },
    };
    const after = {
      answers: { home: { situation: 'hosted' }, currentPermit: { until: '2027-07-01' } },
    };
    expect(said(before, after)).toEqual([
      '« Où vivez-vous ? » : Une personne m’héberge chez elle, au lieu de Je loue un logement.',
      '« Dernier jour de validité de votre titre » : 1er juillet 2027, au lieu de 15 juin 2027.',
    ]);
    expect(said(before, after, 'en')[0]).toBe(
      '“Where do you live?”: A person houses me, instead of I rent my home.',
    );
    expect(said(before, after, 'ar')).toHaveLength(2);
  });

  it('names rows, marks and papers', () => {
    const row = { _row: 'r1', startYear: '2024', diploma: 'Licence' };
    const files = [{ id: 'f', name: 'bail.pdf', size: 1, type: '', state: 'stored' }] as const;
    const before = { answers: { studies: { years: [row] } }, pieces: { homeProof: { files } } };
    const after = {
      answers: { studies: { years: [{ _row: 'r2', diploma: 'Master' }] } },
      marks: { '/contact/email': { is: 'awaited', from: 'mon frère', at } as const },
      pieces: { homeProof: { files: [{ ...files[0], id: 'g', name: 'quittance.pdf' }] } },
    };
    const sentences = said(before, after).join('\n');
    expect(sentences).toMatch(/ligne retirée, Licence\./);
    expect(sentences).toMatch(/ligne ajoutée, Master\./);
    expect(sentences).toMatch(/réponse attendue de mon frère\./);
    expect(sentences).toMatch(/remplacé par 1 fichier \(quittance\.pdf\)\./);
  });

  it('never spells a confidential answer out', () => {
    const { plan } = published;
    const field = plan.fields['/home/situation'];
    if (!field) throw new Error('no such field');
    const secret = {
      ...plan,
      fields: { ...plan.fields, '/home/situation': { ...field, confidential: true as const } },
    };
    const home = (situation: string) => ({ answers: { home: { situation } } });
    for (const [one, two] of [
      [{}, home('tenant')],
      [home('tenant'), home('hosted')],
      [home('tenant'), {}],
    ] as const) {
      const [sentence = ''] = said(one, two, 'fr', secret);
      expect(sentence).toMatch(/la réponse est (donnée|modifiée|retirée)\./);
      expect(sentence).not.toMatch(/loue|héberge|tenant|hosted/);
    }
  });

  it('says what another version of the procedure asked without its words', () => {
    expect(said({}, { answers: { gone: { thing: 'x' } } })).toEqual([
      'Une autre réponse est modifiée.',
    ]);
  });

  it('is readable, one sentence a change at most, whatever was done', async () => {
    const { plan } = published;
    const procedure = { id: plan.id, version: plan.version, planHash: 'p' };
    const fresh = freshDraft({ id: 'D', key: 'K', procedure, startedAt: at });
    await fc.assert(
      fc.asyncProperty(acts(30), acts(30), async (first, second) => {
        const { ports, log } = memoryPorts('2026-11-23T10:00:00+01:00');
        const options = { draft: fresh, ports, planHash: 'p', textsHash: 't' };
        const session = openSession(plan, textsIn('fr'), options);
        const now = async (sequence: typeof first) => {
          for (const one of sequence) perform(session, plan, one);
          for (let i = 0; i < 8; i++) await Promise.resolve();
          return versionOf(plan, foldDraft(fresh, log), days);
        };
        const before = await now(first);
        const changes = differenceOf(before, await now(second), 1);
        checkChanges(plan, changes);
        for (const lang of plan.languages) {
          const sentences = summariseChanges(plan, textsIn(lang), before, changes);
          expect(sentences.length).toBeLessThanOrEqual(changes.changes.length);
          for (const { sentence } of sentences)
            expect(sentence).not.toMatch(/changes\.|[{}]|undefined|\/[a-z]+\/|“”|«\s*»/);
        }
      }),
      { seed, numRuns: 40, verbose: 1 },
    );
  });
});

describe('a change set held to a plan', () => {
  const refused: readonly (readonly [string, Change])[] = [
    ['unknown-pointer', { op: 'set', pointer: '/home/colour', to: 'red' }],
    ['unknown-pointer', { op: 'set', pointer: '/home', to: {} }],
    ['unknown-pointer', { op: 'set', pointer: '/constructor', to: {} }],
    ['unknown-pointer', { op: 'mark', pointer: '/nothing', to: { is: 'unknown', at } }],
    ['unknown-pointer', { op: 'row-add', pointer: '/nothing/r1', to: 0 }],
    ['unknown-pointer', { op: 'set', pointer: '/studies/years/*/diploma', to: 'x' }],
    ['change-malformed', { op: 'row-add', pointer: '/home/situation', to: 0 }],
    ['change-malformed', { op: 'set', pointer: '/studies/years/r1', to: {} }],
    ['change-malformed', { op: 'set', pointer: '/studies/years', to: [{ _row: 'r1' }] }],
    ['unknown-piece', { op: 'piece', pointer: '@piece/toString', to: { files: [] } }],
    ['unknown-piece', { op: 'piece', pointer: '/home/situation', to: { files: [] } }],
  ];

  it.each(refused)('is refused as %s: %o', (code, change) => {
    try {
      checkChanges(published.plan, { base: 1, changes: [change] });
      expect.unreachable();
    } catch (error) {
      expect((error as EngineError).code).toBe(code);
    }
  });
});
