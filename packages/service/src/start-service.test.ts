import { createServer } from 'node:net';
import { mkdtemp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '@guichet/engine';
import { libraryOf, type Library } from './library/published-library.js';
import { startService, type RunningService, type ServiceOptions } from './start-service.js';
import { prepareStore } from './store/prepare-store.js';
import { libraryCard } from './testing/library-card.js';
import { openTestPglite, type TestStore } from './testing/open-stores.js';
import { operator } from './testing/operator.js';
import { defaultAnswers, newPerson, type Person } from './testing/start-test-service.js';

const canary = 'CANARY91ce';

function fail(): never {
  throw new Error('The library holds a procedure.');
}

describe('startService', () => {
  let folder: string;
  let library: Library;
  let memory: TestStore;
  let running: RunningService | undefined;
  const lines: string[] = [];
  const options = (more: Partial<ServiceOptions> = {}): ServiceOptions => ({
    dataDir: path.join(folder, 'data'),
    keysDir: path.join(folder, 'keys'),
    operator,
    schemasDir: library,
    ports: [0],
    log: (line) => lines.push(JSON.stringify(line)),
    ...more,
  });
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'guichet-start-'));
    library = libraryOf([await libraryCard()]);
    memory = await openTestPglite();
  });
  afterEach(async () => {
    await running?.close();
    running = undefined;
  });
  afterAll(async () => {
    await memory?.close();
    await rm(folder, { recursive: true, force: true });
  });
  /** For what is not about the folder: its database takes seconds to open. */
  const inMemory = (more: Partial<ServiceOptions> = {}): ServiceOptions =>
    options({ store: { db: memory.db, close: async () => undefined }, ...more });

  const ask = async (
    method: string,
    url: string,
    person: Person,
    body?: unknown,
  ): Promise<Response> =>
    fetch(`${running?.urls[0]}/api/v1/drafts/${person.id}${url}`, {
      method,
      headers: {
        authorization: `Bearer ${person.bearer}`,
        'idempotency-key': person.key,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  it('keeps a draft through a restart, files it once, and leaves nothing readable in the folder', async () => {
    const person = newPerson();
    running = await startService(options({ store: prepareStore(path.join(folder, 'data')) }));
    const [held] = library.all();
    const { id, version, planHash } = held?.published ?? { id: '', version: '', planHash: '' };
    const startedAt = new Date().toISOString();
    await ask('PUT', '', person, {
      draft: { id: person.id, key: person.key, procedure: { id, version, planHash }, startedAt },
    });
    const entry = {
      n: 1,
      at: startedAt,
      device: 'phone',
      op: 'set',
      pointer: '/person/birthName',
      value: canary,
    };
    await ask('POST', '/entries', person, { entries: [entry] });
    await running.close();

    running = await startService(options());
    const read = (await (await ask('GET', '', person)).json()) as { entries: unknown[] };
    expect(read.entries).toEqual([entry]);
    const answers = { ...defaultAnswers, person: { ...defaultAnswers.person, birthName: canary } };
    const filing = {
      version: { answers, marks: {}, pieces: {} },
      planHash,
      textsHash: '',
      lang: 'fr',
    };
    const first = await (await ask('POST', '/file', person, filing)).json();
    await running.close();

    running = await startService(options());
    const again = await ask('POST', '/file', person, filing);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(first);
    await running.close();
    for (const file of await filesBelow(folder)) {
      expect((await readFile(file)).includes(canary), file).toBe(false);
    }
    expect(lines.join('\n')).not.toContain(canary);
  });

  it.each([
    [undefined, /^http:\/\/127\.0\.0\.1:\d+\/verifier\/$/],
    ['https://démarches.example/guichet', /^https:\/\/xn--dmarches-b1a\.example\/guichet\/verifier\/$/],
  ])('says on attestations where they are verified, reached at %s', async (publicUrl, verifier) => {
    running = await startService(inMemory(publicUrl === undefined ? {} : { publicUrl }));
    const person = newPerson();
    const [held] = library.all();
    const { id, version: number, planHash } = held?.published ?? fail();
    const procedure = { id, version: number, planHash };
    const startedAt = new Date().toISOString();
    await ask('PUT', '', person, {
      draft: { id: person.id, key: person.key, procedure, startedAt },
    });
    const version = { answers: defaultAnswers, marks: {}, pieces: {} };
    const filing = { version, planHash, textsHash: '', lang: 'fr' };
    const receipt = (await (await ask('POST', '/file', person, filing)).json()) as Receipt;
    expect(receipt.attestation.verifier).toMatch(verifier);
  });

  it('keeps its keys for its own user', async () => {
    running = await startService(inMemory());
    for (const name of ['master.key', 'signing.jwk.json', 'officer.token']) {
      expect((await stat(path.join(folder, 'keys', name))).mode & 0o777).toBe(0o600);
    }
  });

  it('refuses a second service on the same folder', async () => {
    running = await startService(options());
    await expect(startService(options())).rejects.toMatchObject({ code: 'data-folder-locked' });
  });

  it('refuses a taken port, and leaves the folder free', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(startService(options({ ports: [port] }))).rejects.toMatchObject({
      code: 'port-taken',
      message: `Port ${port} is used by another program: stop it, or set PORT to another number.`,
    });
    other.close();
    running = await startService(options());
  });

  it('refuses keys that are not those of the store', async () => {
    const keysDir = path.join(folder, 'other-keys');
    await expect(startService(inMemory({ keysDir }))).rejects.toMatchObject({
      code: 'keys-do-not-fit',
    });
    await writeFile(path.join(keysDir, 'master.key'), 'short');
    await expect(startService(inMemory({ keysDir }))).rejects.toMatchObject({
      code: 'key-unreadable',
    });
  });

  it('refuses a folder it cannot write, and a database it cannot reach', async () => {
    const file = path.join(folder, 'a-file');
    await writeFile(file, '');
    await expect(startService(options({ dataDir: path.join(file, 'data') }))).rejects.toMatchObject(
      { code: 'data-folder-unwritable' },
    );
    const databaseUrl = 'postgresql://nobody@127.0.0.1:1/none';
    await expect(startService(options({ databaseUrl }))).rejects.toMatchObject({
      code: 'database-unreachable',
    });
  });

  it('refuses an administration without a mention of its receipts, naming the line', async () => {
    const file = path.join(folder, 'operator.json');
    const { telephone: _dropped, ...rest } = operator;
    await writeFile(file, JSON.stringify(rest, null, 2));
    await expect(startService(inMemory({ operator: file }))).rejects.toMatchObject({
      code: 'operator-incomplete',
    });
    await writeFile(file, JSON.stringify(operator, null, 2));
    running = await startService(inMemory({ operator: file }));
  });

  it('refuses a published file that was edited, and a folder without any', async () => {
    const schemasDir = path.join(folder, 'schemas');
    await expect(startService(inMemory({ schemasDir }))).rejects.toMatchObject({
      code: 'no-procedure',
    });
    const published = path.join(schemasDir, 'library-card', 'published');
    await mkdir(published, { recursive: true });
    const card = await libraryCard();
    await writeFile(
      path.join(published, '1.0.0.json'),
      JSON.stringify({ ...card, plan: { ...card.plan, validFrom: '2020-01-01' } }),
    );
    await expect(startService(inMemory({ schemasDir }))).rejects.toMatchObject({
      code: 'procedure-unreadable',
    });
    await writeFile(path.join(published, '1.0.0.json'), JSON.stringify(card));
    running = await startService(inMemory({ schemasDir }));
    expect((await fetch(`${running.urls[0]}/procedures/library-card/plan.json`)).status).toBe(200);
  });

  it('serves pages under a strict policy, on a second origin that may reach the API', async () => {
    const dir = path.join(folder, 'pages');
    await mkdir(path.join(dir, 'verifier'), { recursive: true });
    await writeFile(path.join(dir, 'index.html'), '<!doctype html><title>Page</title>');
    await writeFile(
      path.join(dir, 'verifier', 'index.html'),
      '<!doctype html><title>Verifier</title>',
    );
    running = await startService(inMemory({ ports: [0, 0], statics: [{ prefix: '/', dir }] }));
    const [first = '', second = ''] = running.urls;
    for (const url of [first, second]) {
      const page = await fetch(`${url}/`);
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types guichet");
      expect(policy).not.toContain('unsafe');
      expect(policy.includes(`connect-src 'self' ${first}`)).toBe(url === second);
      expect(page.headers.get('referrer-policy')).toBe('no-referrer');
      expect((await fetch(`${url}/verifier`)).url).toBe(`${url}/verifier/`);
    }
    expect((await fetch(`${second}/api/v1/operator`)).status).toBe(404);
    const across = await fetch(`${first}/api/v1/operator`, { headers: { origin: second } });
    expect(across.headers.get('access-control-allow-origin')).toBe(second);
    expect((await fetch(`${first}/..%2f..%2fkeys/master.key`)).status).toBeGreaterThanOrEqual(400);
  });
});

async function filesBelow(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
}
