import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type RunningService } from '../start-service.js';
import { libraryCard } from '../testing/library-card.js';
import { libraryOf } from '../library/published-library.js';
import { openTestPglite, type TestStore } from '../testing/open-stores.js';
import { operator } from '../testing/operator.js';

const script = 'export const words = "déposer";\n'.repeat(200);
let store: TestStore;
let service: RunningService;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-pages-'));
  await writeFile(
    path.join(folder, 'index.html'),
    `<!doctype html>${'<p>Bonjour</p>'.repeat(100)}`,
  );
  await writeFile(path.join(folder, 'form-ABCD1234.js'), script);
  store = await openTestPglite();
  service = await startService({
    dataDir: 'unused',
    keysDir: path.join(folder, '.keys'),
    operator,
    schemasDir: libraryOf([await libraryCard()]),
    ports: [0],
    statics: [{ prefix: '/', dir: folder }],
    store: { db: store.db, close: async () => undefined },
    log: () => undefined,
  });
});
afterAll(async () => {
  await service?.close();
  await store?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Got {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

/** As it is on the wire: `fetch` would decompress it. */
function get(file: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request(`${service.urls[0]}${file}`, { headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          bytes: Buffer.concat(chunks),
        }),
      );
    });
    asked.on('error', reject).end();
  });
}

const plan = '/procedures/library-card/plan.json';
const pinned = '/procedures/library-card/1.0.0/plan.json';
const both = { 'accept-encoding': 'gzip, deflate, br, zstd' };

describe('a published file', () => {
  it.each([
    ['br', 'gzip, br', brotliDecompressSync],
    ['gzip', 'gzip, br;q=0', gunzipSync],
    ['gzip', 'gzip', gunzipSync],
  ] as const)('is sent as %s to who takes %s', async (encoding, accepted, decompress) => {
    const plain = await get(plan);
    const { headers, bytes } = await get(plan, { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-length']).toBe(String(bytes.length));
    expect(headers['vary']).toMatch(/Accept-Encoding/);
    expect(bytes.length).toBeLessThan(plain.bytes.length);
    expect(decompress(bytes).equals(plain.bytes)).toBe(true);
  });

  it('is sent as it is to who takes nothing else, and still says that it differs', async () => {
    const { headers } = await get(plan);
    expect(headers).not.toHaveProperty('content-encoding');
    expect(headers['vary']).toMatch(/Accept-Encoding/);
  });

  it('keeps what cross-origin answers differ by', async () => {
    const { headers } = await get(plan, { ...both, origin: 'http://localhost:4173' });
    expect(headers['vary']).toMatch(/Origin.*Accept-Encoding/);
  });

  it('is not sent again to who holds that form of it', async () => {
    const { headers } = await get(plan, both);
    const etag = String(headers['etag']);
    const again = await get(plan, { ...both, 'if-none-match': `"other", W/${etag}` });
    expect(again).toMatchObject({ status: 304, headers: { etag, 'cache-control': 'no-cache' } });
    expect(again.bytes).toHaveLength(0);
    expect((await get(plan, { 'if-none-match': etag })).status).toBe(200);
  });

  it('never changes under its version', async () => {
    expect((await get(pinned, both)).headers['cache-control']).toMatch(
      /max-age=31536000, immutable/,
    );
  });
});

describe('a page', () => {
  it('is sent compressed, with its own headers, and 304 when it did not change', async () => {
    const { headers, bytes } = await get('/', both);
    expect(headers).toMatchObject({
      'content-encoding': 'br',
      'content-length': String(bytes.length),
      'cache-control': 'no-cache',
      'content-type': 'text/html; charset=utf-8',
    });
    expect(headers['content-security-policy']).toMatch(/trusted-types/);
    expect(brotliDecompressSync(bytes).toString()).toContain('Bonjour');
    const again = await get('/', { ...both, 'if-none-match': String(headers['etag']) });
    expect(again.status).toBe(304);
    expect(again.bytes).toHaveLength(0);
  });

  it('is kept for ever when its name tells its content', async () => {
    const { headers, bytes } = await get('/form-ABCD1234.js', { 'accept-encoding': 'gzip' });
    expect(headers['cache-control']).toMatch(/immutable/);
    expect(gunzipSync(bytes).toString()).toBe(script);
  });

  it('is told of by HEAD, and sent in parts as it is', async () => {
    const head = await get('/form-ABCD1234.js', both, 'HEAD');
    expect(head).toMatchObject({ status: 200, headers: { 'content-encoding': 'br' } });
    expect(head.bytes).toHaveLength(0);
    const part = await get('/form-ABCD1234.js', { ...both, range: 'bytes=0-5' });
    expect(part.status).toBe(206);
    expect(part.bytes.toString()).toBe('export');
  });

  it('is compressed again when it was built anew', async () => {
    await writeFile(path.join(folder, 'late.css'), 'p { color: red }\n'.repeat(50));
    await get('/late.css', both);
    await writeFile(path.join(folder, 'late.css'), 'p { color: blue }\n'.repeat(50));
    const { bytes } = await get('/late.css', both);
    expect(brotliDecompressSync(bytes).toString()).toContain('blue');
  });
});
