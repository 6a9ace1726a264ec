import { hashOf, type MigrationPlan, type Published } from '@guichet/procedure';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { libraryCard } from '../testing/library-card.js';
import { openTestPglite, type TestStore } from '../testing/open-stores.js';
import {
  createDraft,
  file,
  startTestService,
  type Answer,
  type Person,
  type TestService,
} from '../testing/start-test-service.js';

const states = ['prepared', 'filed', 'transmitted', 'examination'];
const migration: MigrationPlan = {
  from: '1.0.0',
  to: '1.1.0',
  answers: [{ move: '/person/birthName', to: '/person/name' }],
  journey: Object.fromEntries(states.map((state) => [state, state])),
};

/** The next version asks for the name under another key, and says how dossiers come to it. */
async function nextOf({ plan, ...published }: Published): Promise<Published> {
  const { '/person/birthName': name, ...fields } = plan.fields;
  const next = {
    ...plan,
    version: '1.1.0',
    fields: { ...fields, ...(name && { '/person/name': name }) },
    migrations: { '1.0.0': migration },
  };
  const schema = JSON.parse(
    JSON.stringify(published.schema).replace('"birthName"', '"name"'),
  ) as object;
  return { ...published, version: '1.1.0', plan: next, schema, planHash: await hashOf(next) };
}

let store: TestStore;
let service: TestService;
let person: Person;
let keysDir = '';
let dossier = '';

beforeAll(async () => {
  store = await openTestPglite();
});
beforeEach(async () => {
  await service?.close();
  await store.empty();
  keysDir = await mkdtemp(path.join(tmpdir(), 'guichet-keys-'));
  service = await startTestService(store.db, { keysDir });
  person = await createDraft(service);
  dossier = (await file(service, person)).body.dossier;
});
afterAll(async () => {
  await service?.close();
  await store?.close();
  await rm(keysDir, { recursive: true, force: true });
});

const order = async (command: string): Promise<Answer> =>
  service.call('POST', `/api/v1/dossiers/${dossier}/commands`, {
    bearer: (await readFile(path.join(keysDir, 'officer.token'), 'utf8')).trim(),
    body: { command },
  });
const see = (what = ''): Promise<Answer> =>
  service.call('GET', `/api/v1/dossiers/${dossier}${what}`, { bearer: person.bearer });

async function publishNext(): Promise<void> {
  await service.close();
  const first = await libraryCard();
  service = await startTestService(store.db, { keysDir, published: [first, await nextOf(first)] });
}

describe('a dossier whose procedure has a newer version', () => {
  it('stays under its own until it is brought along', async () => {
    await publishNext();
    expect((await see()).body.procedure.version).toBe('1.0.0');
    expect((await order('take')).body.journey).toBe('examination');
  });

  it('is brought along with its answers as a version, its clocks as they were', async () => {
    const before = (await see()).body;
    await publishNext();
    const answer = await order('migrate');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ version: 2, journey: 'filed', clocks: before.clocks });
    expect((await see()).body.procedure.version).toBe('1.1.0');
    expect((await see('/versions/1')).body.answers.person.birthName).toBe('Diallo');
    expect((await see('/versions/2')).body.answers.person).toMatchObject({ name: 'Diallo' });
    const after = await order('take');
    expect(after.body.timeline.map(({ type }: { type: string }) => type)).toEqual([
      'FILED',
      'ATTESTATION_ISSUED',
      'MIGRATED',
      'TAKEN',
    ]);
  });

  it('is not brought along twice, nor by its holder', async () => {
    await publishNext();
    await order('migrate');
    expect((await order('migrate')).body.code).toBe('version-unknown');
    const url = `/api/v1/dossiers/${dossier}/commands`;
    const refused = await service.call('POST', url, {
      bearer: person.bearer,
      body: { command: 'migrate' },
    });
    expect(refused.body.code).toBe('not-allowed');
  });

  it('is streamed from its first event on, each seen as it was', async () => {
    await publishNext();
    await order('migrate');
    const response = await fetch(`${service.url}/api/v1/dossiers/${dossier}/events`, {
      headers: { authorization: `Bearer ${person.bearer}`, accept: 'text/event-stream' },
    });
    const reader = response.body?.getReader();
    let text = '';
    while (reader && !text.includes('"MIGRATED"'))
      text += new TextDecoder().decode((await reader.read()).value);
    await reader?.cancel();
    expect(text).toContain('"FILED"');
  });
});
