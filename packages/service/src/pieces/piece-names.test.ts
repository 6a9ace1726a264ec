import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { compile, type Published } from '@guichet/procedure';
import { loadFolder } from '@guichet/procedure/check';
import { api } from '@guichet/gateway/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPglite, type TestStore } from '../testing/open-stores.js';
import { png } from '../testing/png.js';
import {
  createDraft,
  file,
  filingOf,
  startTestService,
  type Person,
  type TestService,
} from '../testing/start-test-service.js';

const fixtures = fileURLToPath(new URL('../../../procedure/fixtures/schemas/', import.meta.url));
const digest = `sha-256=:${createHash('sha256').update(png).digest('base64')}:`;
let store: TestStore;
let service: TestService;
let person: Person;

beforeAll(async () => {
  const { published } = await compile(await loadFolder(fixtures, 'joint-lease'));
  store = await openTestPglite();
  service = await startTestService(store.db, { published: [published as Published] });
  person = await createDraft(service);
});
afterAll(async () => {
  await service?.close();
  await store?.close();
});

const put = (piece: string, id: string) =>
  service.call('PUT', api.piece(person.id, piece, id), {
    bearer: person.bearer,
    raw: new Blob([new Uint8Array(png)]),
    headers: {
      'content-type': 'application/octet-stream',
      'content-digest': digest,
      'x-guichet-name': 'a.png',
    },
  });

describe('a piece asked for each row or value', () => {
  it('is stored, given back and filed under its own name', async () => {
    const sent = await put('policeRecord/DZ', 'file0001');
    expect(sent).toMatchObject({ status: 200, body: { id: 'file0001', state: 'stored' } });
    const back = await fetch(service.url + api.piece(person.id, 'policeRecord/DZ', 'file0001'), {
      headers: { authorization: `Bearer ${person.bearer}` },
    });
    expect(Buffer.from(await back.arrayBuffer()).equals(png)).toBe(true);
    const answers = { stays: [{ _row: 'raaaaaaaaa', country: 'DZ', adult: true }] };
    const given = { 'policeRecord/DZ': { files: [sent.body], datedOn: '2026-11' } };
    const filed = await file(service, person, filingOf(service, answers, given));
    expect(filed.status).toBe(201);
    const version = await service.call('GET', api.version(filed.body.dossier, 1), {
      bearer: person.bearer,
    });
    expect(version.body.version ?? version.body).toMatchObject({
      pieces: { 'policeRecord/DZ': { datedOn: '2026-11' } },
    });
    expect(JSON.stringify(filed.body.attestation.document)).toContain('Police record of Algeria');
  });

  it('leaves no answer in a clear column', async () => {
    const rows = await store.db.query<{ piece: string }>('select piece from pieces');
    expect(rows.map(({ piece }) => piece)).toEqual(['policeRecord']);
  });

  it.each(['policeRecord', 'identity/x', 'birthCertificate/../identity', 'policeRecord/', 'x/y'])(
    'is refused under the name %s',
    async (name) => {
      expect((await put(name, 'file0002')).status).toBe(404);
    },
  );

  it.each(['a~1b', 'l’été à 10 %', 'x:y', '..'])('may be named %s', async (value) => {
    const id = `file${createHash('sha256').update(value).digest('hex').slice(0, 8)}`;
    expect((await put(`policeRecord/${value}`, id)).status).toBe(200);
  });
});
