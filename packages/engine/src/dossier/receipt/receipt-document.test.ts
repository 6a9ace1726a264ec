/// <reference types="vite/client" />
import { compile, type Operator, type Published } from '@guichet/procedure';
import { describe, expect, it } from 'vitest';
import prefecture from '../../../../../examples/prefecture/operator.json' with { type: 'json' };
import association from '../../../../../examples/prefecture/operator.third-party.json' with { type: 'json' };
import type { Version } from '../../draft.js';
import type { Judgement } from '../../judgement.js';
import type { AttestationDocument, AttestationPart } from '../../ports.js';
import type { Command } from '../commands/command.js';
import { handleCommand } from '../commands/handle-command.js';
import { dossierView } from '../dossier-view.js';
import type { Author, DossierEvent } from '../events.js';
import { emptyState } from '../fold.js';
import { changeOn, officer, soundJudgement } from '../fixture.js';
import type { DossierState } from '../state.js';
import { receiptDocument } from './receipt-document.js';

const id = 'student-permit-renewal';
const sources = import.meta.glob<string>(
  [
    '../../../../../schemas/{shared,student-permit-renewal}/**/*.json',
    '!**/published/**',
    '!**/cases/**',
  ],
  { eager: true, query: '?raw', import: 'default' },
);
const named = Object.entries(sources).map(([file, text]) => [
  file.replace(/^.*\/schemas\//, ''),
  text,
]);
const compiled = await compile({ id, files: Object.fromEntries(named) });
const published = compiled.published ?? neverCompiled();
const { plan } = published;
const hash = 'a'.repeat(64);
const version: Version = {
  answers: { person: { givenNames: 'Linh', birth: '1999' } },
  marks: {
    '/travelDocument/number': { is: 'awaited', from: 'le consulat', at: '2027-03-10T09:00:00Z' },
  },
  pieces: {
    identityDocument: {
      kind: 'passport',
      files: [
        {
          id: 'f',
          name: 'passeport.pdf',
          size: 1_234_567,
          type: 'application/pdf',
          sha256: hash,
          state: 'stored',
        },
      ],
    },
    homeProof: { is: 'awaited', from: 'mon hébergeur', at: '2027-03-10T09:00:00Z' },
    results: { is: 'missing', why: 'pas encore délivré', at: '2027-03-10T09:00:00Z' },
  },
};
const judgement: Judgement = {
  ...soundJudgement,
  complete: 'false',
  toComplete: ['/contact/email'],
  window: { inWindow: 'true', state: 'in', opens: '2027-02-15', closes: '2027-04-16' },
  pieces: [
    { name: 'homeProof', asked: 'true', needed: 'examination', given: 'awaited' },
    { name: 'enrolment', asked: 'true', needed: 'examination', given: 'nothing' },
    { name: 'ePhoto', asked: 'unknown', needed: 'later', given: 'nothing' },
  ],
};

function neverCompiled(): never {
  throw new Error(JSON.stringify(compiled.problems));
}

interface Told {
  readonly document: AttestationDocument;
  readonly state: DossierState;
}

/** What a command says of the answers, and what the service adds to its event. */
type Doing = Command & { by?: Author; judged?: Judgement; body?: DossierEvent['body'] };

/** Carries commands out one after another, and writes the receipt of the last one's event. */
function tell(operator: Operator, kind: string, lang: string, ...commands: readonly Doing[]): Told {
  return tellOf(published, operator, kind, lang, ...commands);
}

function tellOf(
  published: Published,
  operator: Operator,
  kind: string,
  lang: string,
  ...commands: readonly Doing[]
): Told {
  const { plan } = published;
  let state = emptyState(plan);
  let event: DossierEvent | undefined;
  const now = new Date('2027-03-10T09:30:00Z');
  let judged = judgement;
  for (const { by = { as: 'holder' as const }, judged: own, body, ...command } of commands) {
    judged = own ?? judged;
    const context = {
      now,
      zone: operator.timeZone,
      profile: operator.profile,
      by,
      judgement: judged,
      difference: changeOn(state.version),
    };
    const answer = handleCommand(plan, state, command as Command, context);
    if ('refused' in answer) throw new Error(answer.refused);
    state = answer.state;
    const last = answer.events.at(-1);
    event = last && { ...last, body: { ...last.body, ...body } };
  }
  if (!event) throw new Error('Nothing was done.');
  const view = dossierView(
    plan,
    state,
    { id: 'D', reference: 'GU-7K3F-9Q2M', planHash: published.planHash },
    now,
  );
  const input = {
    kind,
    check: '4821 0937 6650',
    published,
    lang,
    operator,
    view,
    event,
    version,
    judgement: judged,
  };
  return { document: receiptDocument(input), state };
}

/** No-break spaces are typography, not what is tested here. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const textOf = (part: AttestationPart): string =>
  plain(part.is === 'line' ? `${part.label} : ${part.value}` : part.text);
const inLanguage = ({ parts }: AttestationDocument, lang: string): readonly string[] =>
  parts.filter((part) => part.lang === lang).map(textOf);
const administration = prefecture as unknown as Operator;
const thirdParty = association as unknown as Operator;

describe('the receipt of an authority', () => {
  const { document } = tell(administration, 'filing', 'fr', { do: 'file' });
  const french = inLanguage(document, 'fr').join('\n');

  it('holds the mentions of R. 112-11-1', () => {
    expect(document).toMatchObject({
      check: '4821 0937 6650',
      issuedAt: '2027-03-10T09:30:00.000Z',
    });
    for (const mention of [
      '10 mars 2027 à 10:30 (Europe/Paris)',
      '10 mars 2027, 09:30 UTC',
      'GU-7K3F-9Q2M',
      administration.service,
      administration.postalAddress.join(', '),
      administration.email,
      administration.telephone,
      'attendue au plus tard le 8 juin 2027. Sans réponse à cette date',
      'considérée comme refusée (décision implicite de rejet)',
      'le silence vaut refus d’enregistrer la demande',
      'ne justifie pas de la régularité du séjour (R. 431-15-1 du CESEDA)',
      'Ne voyagez pas avec ce seul document',
      'sous réserve que le dossier soit complet',
      ...administration.appeals.map((appeal) => appeal.how.replace(/\.$/, '')),
      administration.dataProtection.email,
      'L. 232-4',
      'R. 431-15-1',
    ]) {
      expect(french).toContain(mention);
    }
  });

  it('names a holder who has no surname and knows a year of birth alone', () => {
    expect(french).toContain('Au nom de : Linh\n');
    expect(french).toContain('Date de naissance : 1999\n');
  });

  it('lists each file with its size and digest, and what is missing with what that costs', () => {
    expect(french).toMatch(new RegExp(`passeport\\.pdf\u2069, 1,2 Mo, empreinte SHA-256 ${hash}`));
    expect(french).toContain('attendue de : mon hébergeur');
    expect(french).toContain('manquante : pas encore délivré');
    expect(french).toContain('attendue de : le consulat');
    expect(french).toMatch(
      /Manque pour l’examen : [^.]+, [^.]+\. Jusque-là le dossier est incomplet/,
    );
    expect(french).not.toContain('..');
    expect(french).not.toContain('e-photo');
  });

  it('says it was in time, and both consequences when it was late', () => {
    expect(french).toContain('le dernier jour était le 16 avril 2027');
    const late = {
      ...judgement,
      window: { ...judgement.window, inWindow: 'false', state: 'after' } as const,
    };
    const said = inLanguage(
      tell(administration, 'filing', 'fr', { do: 'file', judged: late }).document,
      'fr',
    ).join('\n');
    expect(said).toContain('Reçue après le délai');
    expect(said).toMatch(/prolongation/);
  });

  it.each([
    ['fr', '15 février 2027', 'Reçue avant le premier jour'],
    ['en', 'February 15, 2027', 'Received before the first day'],
    ['ar', '15 فبراير 2027', 'قبل أول يوم'],
  ])('says in %s that it came early, and nothing of lateness nor of a fee', (lang, day, early) => {
    const window = { ...judgement.window, inWindow: 'false', state: 'before' } as const;
    const judged = { ...judgement, window };
    const { document } = tell(administration, 'filing', lang, { do: 'file', judged });
    const said = inLanguage(document, lang)
      .join('\n')
      .replace(/[\u2066-\u2069\u200f]/g, '');
    expect(said).toContain(early);
    expect(said).toContain(day);
    expect(said).not.toContain('receipt.');
    expect(said).not.toMatch(/après le délai|after the time limit|بعد المهلة|180/);
  });

  it.each(['fr', 'en', 'ar'])(
    'says since when filing was tried in vain, and nothing of lateness (%s)',
    (lang) => {
      const window = { ...judgement.window, inWindow: 'unknown', state: 'unknown' } as const;
      const told = (body: DossierEvent['body']): string =>
        inLanguage(
          tell(administration, 'filing', lang, {
            do: 'file',
            judged: { ...judgement, window },
            body,
          }).document,
          lang,
        ).join('\n');
      const claimed = told({ incidentSince: '2027-03-09T21:30:00Z' });
      expect(claimed).toMatch(/22:30|10:30/);
      expect(claimed).not.toContain('receipt.');
      expect(claimed).not.toMatch(/après le délai|after the time limit/);
      const ours = told({ incidentSince: '2027-03-09T23:00:00Z', scheduled: true });
      expect(ours).not.toContain('receipt.');
      expect(ours).not.toBe(claimed);
    },
  );

  it.each(['en', 'ar'])(
    'adds a translation in %s, of which it says that the French prevails',
    (lang) => {
      const both = tell(administration, 'filing', lang, { do: 'file' }).document;
      expect(inLanguage(both, 'fr').join('\n')).toBe(french);
      expect(inLanguage(both, lang)).toHaveLength(document.parts.length + 2);
    },
  );

  it('is of changes received, and of changes that wait for the officer', () => {
    const amended = tell(
      administration,
      'amendment',
      'fr',
      { do: 'file' },
      { do: 'amend' },
    ).document;
    expect(amended.title).toBe('Accusé de réception de modifications');
    expect(inLanguage(amended, 'fr').join('\n')).toContain('Version 2 du dossier');
    const proposed = tell(
      administration,
      'proposal',
      'fr',
      { do: 'file' },
      { do: 'take', by: officer },
      { do: 'amend' },
    ).document;
    expect(inLanguage(proposed, 'fr').join('\n')).toContain('attendent la réponse de l’agent');
  });

  it('names who decided and why', () => {
    const decide: Command = {
      do: 'decide',
      outcome: 'unfavourable',
      reasons: 'Assiduité insuffisante.',
    };
    const { document: decided } = tell(
      administration,
      'decision',
      'fr',
      { do: 'file' },
      { ...decide, by: officer },
    );
    const said = inLanguage(decided, 'fr').join('\n');
    expect(decided.title).toBe('Notification de décision');
    expect(said).toContain('Claire Petit, attachée, Bureau du séjour');
    expect(said).toContain('Assiduité insuffisante.');
    expect(said).not.toContain('Sans réponse');
  });

  it('leaves no key without its words in any language', () => {
    for (const lang of ['fr', 'en', 'ar']) {
      for (const kind of ['filing', 'decision', 'proposal', 'other']) {
        const { parts, title } = tell(administration, kind, lang, { do: 'file' }).document;
        expect([title, ...parts.map(textOf)].join('\n')).not.toMatch(/receipt\.|undefined|\{\w+\}/);
      }
    }
  });
});

describe('the receipt of a third party', () => {
  const filed = /dépos|filed|filing|أودع|إيداع|récépissé de|enregistrée? par/i;
  const transmit: Command = {
    do: 'transmit',
    proof: { kind: 'lettre recommandée', reference: '1A 234' },
    effectiveAt: '2027-03-10T08:00:00Z',
  };

  it.each(['fr', 'en', 'ar'])('never says filed before the dossier is sent (%s)', (lang) => {
    const prepared = tell(thirdParty, 'preparation', lang, { do: 'prepare' }).document;
    const amended = tell(
      thirdParty,
      'amendment',
      lang,
      { do: 'prepare' },
      { do: 'amend' },
    ).document;
    for (const { title, parts } of [prepared, amended]) {
      expect([title, ...parts.map(textOf)].filter((text) => filed.test(text))).toEqual([]);
    }
  });

  it('says that it is prepared, not sent, where it has to go, and that it does not come from the State', () => {
    const said = inLanguage(
      tell(thirdParty, 'preparation', 'fr', { do: 'prepare' }).document,
      'fr',
    ).join('\n');
    expect(said).toContain('a été préparé le 10 mars 2027');
    expect(said).toContain(
      `Le dossier n’est pas encore envoyé à : ${thirdParty.transmitsTo?.authority}`,
    );
    expect(said).toContain('n’émane pas de l’État');
    expect(said).toContain('ne vaut pas autorisation de séjour');
    expect(said).not.toMatch(/Sans réponse|R\. 431-15-1/);
  });

  it('says to whom it was sent, when, with which proof, and from when the delay runs', () => {
    const { document } = tell(thirdParty, 'transmission', 'fr', { do: 'prepare' }, transmit);
    const said = inLanguage(document, 'fr').join('\n');
    expect(said).toContain('Preuve : lettre recommandée 1A 234');
    expect(said).toContain('n’émane pas de l’État');
    expect(said).toContain('8 juin 2027. Sans réponse à cette date');
    expect(said).not.toContain('pas encore envoyé');
  });
});

describe('the receipt of another procedure', () => {
  /** A parking permit of a town: silence grants it, and nothing of it is about staying in France. */
  const parking = {
    ...published,
    plan: {
      ...plan,
      clocks: {
        answer: {
          startsOn: ['FILED'],
          for: 'P2M',
          stopsOn: ['DECIDED'],
          thenAppends: 'SILENCE_REACHED',
          means: 'implicit-acceptance',
          source: 'receiptRule',
        },
      },
      attestations: { filing: { on: ['FILED'] }, preparation: { on: ['PREPARED'] } },
    },
  } as typeof published;
  const ofResidence =
    /R\. 431-15|régularité|autorisation de|voyag|enregistrer la demande|lawful stay|permission to|travel|refus|قانونية الإقامة|إذن بالإقامة|تسافر|رفض/i;

  it.each(['fr', 'en', 'ar'])('says nothing of residence permits nor of refusal (%s)', (lang) => {
    for (const [own, kind, command] of [
      [administration, 'filing', { do: 'file' }],
      [thirdParty, 'preparation', { do: 'prepare' }],
    ] as const) {
      const { parts } = tellOf(parking, { ...own, appeals: [] }, kind, lang, command).document;
      expect(parts.map(textOf).filter((text) => ofResidence.test(text))).toEqual([]);
    }
  });

  it('says that silence grants, from which day, and how to have it attested', () => {
    const { document } = tellOf(parking, administration, 'filing', 'fr', { do: 'file' });
    const said = inLanguage(document, 'fr').join('\n');
    expect(said).toContain('le 10 mai 2027. Sans réponse à cette date');
    expect(said).toContain('considérée comme acceptée');
    expect(said).toContain('L. 232-3');
    expect(said).not.toContain('L. 232-4');
  });
});
