import { readFileSync } from 'node:fs';
import {
  hashOf,
  type LifecyclePlan,
  type Plan,
  type Published,
  type Texts,
} from '@guichet/procedure';

const lifecycle = JSON.parse(
  readFileSync(new URL('../../../../schemas/shared/lifecycle.json', import.meta.url), 'utf8'),
) as LifecyclePlan;

/** A procedure small enough to read: a name, a birth date, a reason, a report asked when stolen, two pieces, a window. */
export async function libraryCard(): Promise<Published> {
  const texts = Object.fromEntries(
    await Promise.all(
      (['fr', 'en'] as const).map(async (lang) => [
        lang,
        { hash: await hashOf(words(lang)), bundle: words(lang) },
      ]),
    ),
  ) as Published['texts'];
  const planHash = await hashOf(plan);
  const { id, version, validFrom } = plan;
  return { format: 1, id, version, validFrom, planHash, plan, texts, schema, branches };
}

const stolen = { at: '/card/reason', is: { const: 'stolen' } } as const;

const plan: Plan = {
  format: 1,
  needs: ['text', 'partial-date', 'choice', 'date'],
  id: 'library-card',
  version: '1.0.0',
  validFrom: '2026-01-01',
  languages: ['fr', 'en'],
  fields: {
    '/person/birthName': {
      kind: 'text',
      schema: { type: 'string', maxLength: 100 },
      autocomplete: 'family-name',
    },
    '/person/givenNames': {
      kind: 'text',
      schema: { type: 'string', maxLength: 100 },
      required: true,
      autocomplete: 'given-name',
    },
    '/person/birth': {
      kind: 'partial-date',
      schema: { type: 'string', format: 'partial-date' },
      required: true,
      autocomplete: 'bday',
    },
    '/card/reason': {
      kind: 'choice',
      schema: { enum: ['renewal', 'lost', 'stolen'] },
      required: true,
    },
    '/card/until': { kind: 'date', schema: { type: 'string', format: 'date' } },
    '/card/reportNumber': {
      kind: 'text',
      schema: { type: 'string', maxLength: 40 },
      show: stolen,
      required: stolen,
    },
  },
  groups: {},
  activity: ['/card/reportNumber'],
  readers: { '/card/reason': ['/card/reportNumber'], '/card/until': ['@window'] },
  steps: {
    all: {
      kind: 'fields',
      sections: [
        {
          key: null,
          items: [
            '/person/birthName',
            '/person/givenNames',
            '/person/birth',
            '/card/reason',
            '/card/until',
            '/card/reportNumber',
          ],
        },
      ],
    },
    review: { kind: 'review', sections: [] },
  },
  flow: { id: 'flow', initial: 'all', states: { all: { on: { NEXT: 'review' } }, review: {} } },
  pieces: {
    identity: {
      asked: true,
      needed: 'examination',
      formats: ['pdf', 'png', 'jpeg'],
      maxBytes: 2_000_000,
      maxFiles: 2,
      source: 'rules',
    },
    loss: {
      asked: stolen,
      needed: 'later',
      formats: ['pdf'],
      maxBytes: 1_000_000,
      maxFiles: 1,
      source: 'rules',
    },
  },
  sources: { rules: { title: 'Règlement de la bibliothèque, art. 3', trust: 'V' } },
  values: {},
  window: {
    opens: { from: '/card/until', add: '-P120D' },
    closes: { from: '/card/until', add: '-P60D' },
    lateMeans: 'afterClosing',
    source: 'rules',
  },
  fees: [],
  advice: [],
  parties: {},
  clocks: {
    silence: {
      startsOn: ['FILED', 'TRANSMITTED'],
      for: 'P4M',
      suspendedOn: ['PIECES_REQUESTED'],
      resumedOn: ['PIECES_SUPPLIED'],
      stopsOn: ['DECIDED', 'WITHDRAWN', 'CLOSED'],
      thenAppends: 'SILENCE_REACHED',
      means: 'implicit-refusal',
      source: 'rules',
    },
  },
  channels: { online: {}, paper: { sendTo: 'role:desk' }, counter: { role: 'desk' } },
  mandates: {},
  attestations: {
    filing: { on: ['FILED'] },
    transmission: { on: ['TRANSMITTED'] },
    amendment: { on: ['AMENDED', 'AMENDMENT_PROPOSED'] },
  },
  privacy: { purpose: 'lending', basis: 'public-task', source: 'rules' },
  lifecycle,
};

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    person: {
      type: 'object',
      properties: {
        birthName: { type: 'string', maxLength: 100 },
        givenNames: { type: 'string', maxLength: 100 },
        birth: { type: 'string', format: 'partial-date' },
      },
      required: ['givenNames', 'birth'],
    },
    card: {
      type: 'object',
      properties: {
        reason: { enum: ['renewal', 'lost', 'stolen'] },
        until: { type: 'string', format: 'date' },
        reportNumber: { type: 'string', maxLength: 40 },
      },
      required: ['reason'],
      if: { type: 'object', properties: { reason: { const: 'stolen' } }, required: ['reason'] },
      then: { required: ['reportNumber'] },
      else: { properties: { reportNumber: false } },
    },
  },
  required: ['person', 'card'],
};

const branches: Published['branches'] = [
  { path: '#/properties/card/then', when: stolen },
  { path: '#/properties/card/else', when: { not: stolen } },
];

function words(lang: 'fr' | 'en'): Texts {
  return {
    format: 1,
    lang,
    dir: 'ltr',
    title: lang === 'fr' ? 'Carte de bibliothèque' : 'Library card',
    steps: {},
    groups: {},
    fields: {},
    pieces: { identity: { label: 'Identité' }, loss: { label: 'Perte' } },
    advice: {},
    fees: {},
    says: {},
    states: {},
    clocks: {},
    attestations: {},
    events: {},
    ui: {},
  };
}
