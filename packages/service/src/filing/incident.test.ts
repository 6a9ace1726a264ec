import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestPglite, type TestStore } from '../testing/open-stores.js';
import {
  createDraft,
  defaultAnswers,
  file,
  filingOf,
  startTestService,
  type Answer,
  type Person,
  type TestService,
} from '../testing/start-test-service.js';

/** The window of this card ends on the last day of November. */
const answers = { ...defaultAnswers, card: { ...defaultAnswers.card, until: '2027-01-29' } };
const begunInTime = '2026-11-30T22:30:00+01:00';
const dayAfter = '2026-12-01T10:00:00+01:00';
let store: TestStore;
let service: TestService;
let person: Person;

beforeAll(async () => {
  store = await openTestPglite();
});
beforeEach(async () => {
  await service?.close();
  await store.empty();
  service = await startTestService(store.db);
  person = await createDraft(service);
});
afterAll(async () => {
  await service?.close();
  await store?.close();
});

async function fileClaiming(incidentSince?: string): Promise<Answer> {
  service.clock.now = new Date(dayAfter);
  const answer = await file(service, person, {
    ...filingOf(service, answers),
    ...(incidentSince && { incidentSince }),
  });
  expect(answer.status).toBe(201);
  return answer;
}

const filedEvent = async ({ body }: Answer): Promise<unknown> => {
  const url = `/api/v1/dossiers/${body.dossier}/events`;
  const response = await fetch(service.url + url, {
    headers: { authorization: `Bearer ${person.bearer}`, accept: 'text/event-stream' },
  });
  const reader = response.body?.getReader();
  let text = '';
  while (reader && !text.includes('"FILED"')) {
    text += new TextDecoder().decode((await reader.read()).value);
  }
  await reader?.cancel();
  return JSON.parse(/data: (.*"FILED".*)\n/.exec(text)?.[1] ?? 'null').event;
};

describe('a filing that an outage made late', () => {
  it('is late without one', async () => {
    expect((await fileClaiming()).body.view.inWindow).toBe('false');
  });

  it('is neither late nor in time when the outage began in the window, and keeps the claim', async () => {
    const answer = await fileClaiming(begunInTime);
    expect(answer.body.view.inWindow).toBe('unknown');
    expect(JSON.stringify(answer.body.attestation.document)).toContain('sentence.incident');
    expect(await filedEvent(answer)).toMatchObject({
      body: { inWindow: 'unknown', incidentSince: '2026-11-30T21:30:00.000Z' },
    });
  });

  it.each([
    ['in the future', '2026-12-01T10:00:01+01:00'],
    ['before the draft was begun', '2026-11-23T09:59:59+01:00'],
  ])('takes no claim of one %s, and files all the same', async (_, since) => {
    const answer = await fileClaiming(since);
    expect(answer.body.view.inWindow).toBe('false');
    expect(await filedEvent(answer)).not.toHaveProperty('body.incidentSince');
  });

  it('is never late when the service itself missed the day it was to file on', async () => {
    await service.call('PUT', `/api/v1/drafts/${person.id}/file-on`, {
      bearer: person.bearer,
      body: { day: '2026-11-30', filing: filingOf(service, answers) },
    });
    service.clock.now = new Date(dayAfter);
    await service.running.runQueue();
    const receipt = await service.call('GET', `/api/v1/drafts/${person.id}/receipt`, {
      bearer: person.bearer,
    });
    expect(receipt.body.view.inWindow).toBe('unknown');
    expect(JSON.stringify(receipt.body)).toContain('sentence.incidentOfService');
  });
});

describe('a filing before the window opens', () => {
  it('is early, which is not late', async () => {
    const card = { ...defaultAnswers.card, until: '2027-06-15' };
    const { status, body } = await file(
      service,
      person,
      filingOf(service, { ...defaultAnswers, card }),
    );
    expect(status).toBe(201);
    expect(body.view).toMatchObject({ inWindow: 'false', windowState: 'before' });
    const said = JSON.stringify(body.attestation.document);
    expect(said).toContain('sentence.early');
    expect(said).not.toContain('sentence.late');
  });
});

describe('an outage in the log of a draft', () => {
  const entry = {
    n: 1,
    at: '2026-11-23T09:00:00.000Z',
    device: 'phone',
    op: 'incident',
    what: 'unreachable',
    since: '2026-11-23T08:59:00.000Z',
  };

  it('is kept as any entry', async () => {
    const url = `/api/v1/drafts/${person.id}`;
    const { bearer } = person;
    await service.call('POST', `${url}/entries`, { bearer, body: { entries: [entry] } });
    expect((await service.call('GET', url, { bearer })).body.entries).toEqual([entry]);
  });

  it('says since when and of what, or is refused', async () => {
    for (const wrong of [
      { ...entry, what: 'because' },
      { ...entry, since: 'yesterday' },
    ]) {
      const url = `/api/v1/drafts/${person.id}/entries`;
      const body = { entries: [wrong] };
      expect((await service.call('POST', url, { bearer: person.bearer, body })).status).toBe(400);
    }
  });
});
