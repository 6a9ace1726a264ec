import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestPglite, type TestStore } from '../testing/open-stores.js';
import { association } from '../testing/operator.js';
import {
  createDraft,
  defaultAnswers,
  filingOf,
  newPerson,
  startTestService,
  type Answer,
  type Person,
  type TestService,
} from '../testing/start-test-service.js';

const day = '2026-12-01';
let store: TestStore;
let service: TestService;

beforeAll(async () => {
  store = await openTestPglite();
});
beforeEach(async () => {
  await service?.close();
  await store.empty();
  service = await startTestService(store.db);
});
afterAll(async () => {
  await service?.close();
  await store?.close();
});

const ask = (person: Person, method: string, path: string, body?: object): Promise<Answer> =>
  service.call(method, `/api/v1/drafts/${person.id}${path}`, { bearer: person.bearer, body });

/** Appends to the log of a draft, numbered as its device does. */
async function type(person: Person, from: number, ...changes: object[]): Promise<void> {
  const at = service.clock.now.toISOString();
  const entries = changes.map((change, index) => ({
    n: from + index,
    at,
    device: 'phone',
    ...change,
  }));
  expect((await ask(person, 'POST', '/entries', { entries })).status).toBe(200);
}

const set = (pointer: string, value: unknown): object => ({ op: 'set', pointer, value });
const everything = [
  set('/person/birthName', 'Diallo'),
  set('/person/givenNames', 'Amina'),
  set('/person/birth', '1999-04-02'),
  set('/card/until', '2027-02-23'),
];

async function onTheDay(): Promise<void> {
  service.clock.now = new Date(`${day}T00:00:01+01:00`);
  await service.running.runQueue();
}

/** Version 1 of what the draft became. */
async function filedAnswers(person: Person): Promise<unknown> {
  const { dossier } = (await ask(person, 'GET', '')).body;
  const version = await service.call('GET', `/api/v1/dossiers/${dossier}/versions/1`, {
    bearer: person.bearer,
  });
  return version.body.answers;
}

describe('a filing kept for a day', () => {
  it('files what was changed after the day was set', async () => {
    const person = await createDraft(service);
    await type(person, 1, ...everything, set('/card/reason', 'renewal'));
    await ask(person, 'PUT', '/file-on', { day, filing: filingOf(service) });
    await type(person, 6, { op: 'file-on', day }, set('/person/givenNames', 'Amina Binta'));
    await onTheDay();
    expect(await filedAnswers(person)).toEqual({
      ...defaultAnswers,
      person: { ...defaultAnswers.person, givenNames: 'Amina Binta' },
    });
    expect((await ask(person, 'GET', '')).body.notices).toBeUndefined();
  });

  it('files the version given, with later changes, though the log came late', async () => {
    const person = await createDraft(service);
    await type(person, 1, set('/person/birthName', 'Dial'));
    await ask(person, 'PUT', '/file-on', { day, filing: filingOf(service) });
    await type(person, 2, set('/person/birthName', 'Diallo'), set('/card/reason', 'lost'));
    await onTheDay();
    expect(await filedAnswers(person)).toEqual({
      ...defaultAnswers,
      card: { ...defaultAnswers.card, reason: 'lost' },
    });
  });

  it('brings back an answer that was parked when the day was set', async () => {
    const person = await createDraft(service);
    const parked = [set('/card/reason', 'stolen'), set('/card/reportNumber', 'R-1')];
    await type(person, 1, ...everything, ...parked, set('/card/reason', 'renewal'));
    await ask(person, 'PUT', '/file-on', { day, filing: filingOf(service) });
    await type(person, 8, set('/card/reason', 'stolen'));
    await onTheDay();
    expect(await filedAnswers(person)).toMatchObject({
      card: { reason: 'stolen', reportNumber: 'R-1' },
    });
  });

  it('files the version given when what was changed since would stop it, and says so', async () => {
    const person = await createDraft(service);
    await type(person, 1, ...everything, set('/card/reason', 'renewal'));
    await ask(person, 'PUT', '/file-on', { day, filing: filingOf(service) });
    await type(person, 6, set('/card/reason', 'because'));
    await onTheDay();
    expect(await filedAnswers(person)).toEqual(defaultAnswers);
    expect((await ask(person, 'GET', '')).body.notices).toMatchObject([
      {
        what: 'file-on',
        code: 'later-edits-left-out',
        issues: [{ pointer: '/card/reason', code: 'enum' }],
      },
    ]);
  });
});

it('is not promised by a third party, which files nothing', async () => {
  await service.close();
  await store.empty();
  service = await startTestService(store.db, { operator: association });
  const person = await createDraft(service);
  const answer = await ask(person, 'PUT', '/file-on', { day, filing: filingOf(service) });
  expect(answer.body.code).toBe('third-party-cannot-file');
});

describe('the receipt of a draft', () => {
  it('is nothing before the filing, and the attestation with the view of now after', async () => {
    const person = await createDraft(service);
    await ask(person, 'PUT', '/file-on', { day, filing: filingOf(service) });
    expect((await ask(person, 'GET', '/receipt')).status).toBe(204);
    await onTheDay();
    const { status, body } = await ask(person, 'GET', '/receipt');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 1,
      etag: body.view.etag,
      attestation: { kind: 'filing' },
    });
    expect(body.dossier).toBe((await ask(person, 'GET', '')).body.dossier);
  });

  it('is nobody else’s', async () => {
    const person = await createDraft(service);
    await ask(person, 'PUT', '/file-on', { day, filing: filingOf(service) });
    await onTheDay();
    const stranger = { ...newPerson(), id: person.id };
    expect((await ask(stranger, 'GET', '/receipt')).status).toBe(404);
  });
});
