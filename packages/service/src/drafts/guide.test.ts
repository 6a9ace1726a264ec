import { fileURLToPath } from 'node:url';
import { compile, type Published } from '@guichet/procedure';
import { loadFolder } from '@guichet/procedure/check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestPglite, type TestStore } from '../testing/open-stores.js';
import {
  createDraft,
  file,
  filingOf,
  newPerson,
  startTestService,
  type TestService,
} from '../testing/start-test-service.js';

const schemas = fileURLToPath(new URL('../../../procedure/fixtures/schemas/', import.meta.url));
let store: TestStore;
let service: TestService;
let guide: Published;

beforeAll(async () => {
  store = await openTestPglite();
  const { published } = await compile(await loadFolder(schemas, 'which-card'));
  if (!published) throw new Error('which-card does not compile.');
  guide = published;
});
beforeEach(async () => {
  await service?.close();
  await store.empty();
  service = await startTestService(store.db, { published: [guide] });
});
afterAll(async () => {
  await service?.close();
  await store?.close();
});

describe('a guide at a service', () => {
  it('is served like any procedure', async () => {
    const plan = await service.call('GET', `/procedures/${guide.id}/plan.json`);
    expect(plan.status).toBe(200);
    expect(plan.body.guide).toBe(true);
  });

  it('leaves no draft behind, whoever asks for one', async () => {
    const person = newPerson();
    await expect(createDraft(service, person)).rejects.toThrow('"code":"guide"');
    const rows = await store.db.query('select id from drafts', []);
    expect(rows).toEqual([]);
    const filed = await file(service, person, filingOf(service, {}, {}));
    expect(filed.status).toBe(404);
  });
});
