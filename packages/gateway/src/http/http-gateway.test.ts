import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Filing, PieceFile } from '@guichet/engine';
import { afterEach, describe, expect, it } from 'vitest';
import { newDraftIdentity } from '../identity.js';
import { httpGateway } from './http-gateway.js';
import type { Gateway } from '../gateway.js';

const filing: Filing = {
  version: { answers: {}, marks: {}, pieces: {} },
  planHash: 'p',
  textsHash: 't',
  lang: 'fr',
};
const identity = newDraftIdentity();
const draft = {
  procedure: { id: 'student-permit-renewal', version: '1.0.0', planHash: 'p' },
  startedAt: '2026-11-23T08:00:00.000Z',
};
let server: Server | undefined;

interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
type Answering = (heard: Heard, response: ServerResponse, nth: number) => void;

/** A real server on the loopback that answers a request for the draft, and leaves the others to the test. */
async function serve(answering: Answering): Promise<{ gateway: Gateway; heard: Heard[] }> {
  const heard: Heard[] = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      if (one.method === 'PUT' && one.url === `/api/v1/drafts/${identity.id}`)
        return json(response, 201, {});
      heard.push(one);
      answering(one, response, heard.length);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const api = `http://127.0.0.1:${port}`;
  return {
    gateway: httpGateway({ api, identity, draft, retryAfter: [5, 5], timeout: 500 }),
    heard,
  };
}
function json(response: ServerResponse, status: number, body: unknown): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe('the HTTP gateway', () => {
  it('carries the capability in a header and never in an address', async () => {
    const { gateway, heard } = await serve((_, response) =>
      json(response, 200, { n: 1, savedAt: '' }),
    );
    await gateway.appendEntries([]);
    expect(heard[0]?.headers.authorization).toBe(`Bearer ${identity.capability}`);
    expect(heard[0]?.headers.cookie).toBeUndefined();
    expect(heard[0]?.url).not.toContain(identity.capability);
  });

  it('files with the same key at every attempt when the line is cut before the answer', async () => {
    const { gateway, heard } = await serve((_, response, nth) => {
      if (nth < 3) return void response.destroy();
      json(response, 201, { profile: 'administration', dossier: 'D' });
    });
    expect(await gateway.file(filing)).toMatchObject({ is: 'filed', receipt: { dossier: 'D' } });
    expect(heard.map((one) => one.headers['idempotency-key'])).toEqual([
      identity.key,
      identity.key,
      identity.key,
    ]);
  });

  it('waits for the first attempt when the service is still answering it', async () => {
    const { gateway } = await serve((_, response, nth) =>
      nth === 1
        ? json(response, 409, { code: 'in-flight', title: '', status: 409, type: '' })
        : json(response, 200, { profile: 'administration', dossier: 'D' }),
    );
    expect(await gateway.file(filing)).toMatchObject({ is: 'filed' });
  });

  it('answers unreachable, and throws nothing, when nobody is there', async () => {
    const gateway = httpGateway({ api: 'http://127.0.0.1:9', identity, draft, retryAfter: [] });
    expect(await gateway.file(filing)).toEqual({ is: 'unreachable' });
    expect(await gateway.fileOn('2026-12-01', filing)).toEqual({ is: 'unreachable' });
    expect(await gateway.operator()).toEqual({ is: 'unreachable' });
    const file: PieceFile = { id: 'F', name: 'a.pdf', size: 1, type: '', state: 'sending' };
    const source = new File(['x'], 'a.pdf');
    expect(await gateway.putPiece('photo', file, source, () => undefined)).toMatchObject({
      state: 'refused',
      problem: 'upload-failed',
    });
  });

  it('answers unreachable when the service never answers', async () => {
    const { gateway } = await serve(() => undefined);
    expect(await gateway.operator()).toEqual({ is: 'unreachable' });
  });

  it('takes an error page of a proxy for a fault of the network', async () => {
    const { gateway } = await serve(
      (_, response) => void response.writeHead(502).end('<html>Bad gateway</html>'),
    );
    expect(await gateway.file(filing)).toEqual({ is: 'unreachable' });
  });

  it('says prepared, never filed, under a third party', async () => {
    const { gateway } = await serve((_, response) =>
      json(response, 201, { profile: 'third-party', dossier: 'D' }),
    );
    expect(await gateway.file(filing)).toMatchObject({ is: 'prepared' });
  });

  it('reads each problem by its code', async () => {
    const difference = { base: 1, changes: [] };
    const problems: Record<string, unknown>[] = [
      { code: 'already-filed', receipt: { dossier: 'D' }, difference, status: 409 },
      { code: 'issues', issues: [{ pointer: '/a', code: 'format', params: {} }], status: 422 },
      { code: 'disk-full', title: 'No room', status: 507 },
    ];
    const { gateway } = await serve((_, response, nth) => json(response, 409, problems[nth - 1]));
    expect(await gateway.file(filing)).toEqual({
      is: 'already-filed',
      receipt: { dossier: 'D' },
      difference,
    });
    expect(await gateway.file(filing)).toEqual({
      is: 'issues',
      issues: [{ pointer: '/a', code: 'format', params: {} }],
    });
    expect(await gateway.file(filing)).toEqual({
      is: 'refused',
      code: 'disk-full',
      message: 'No room',
    });
  });

  it('lives with fields of a newer service', async () => {
    const { gateway } = await serve((_, response) =>
      json(response, 201, { profile: 'administration', dossier: 'D', invented: { in: 2031 } }),
    );
    expect(await gateway.file(filing)).toMatchObject({ is: 'filed' });
  });

  it('amends the dossier that was filed, on the version the person saw', async () => {
    const { gateway, heard } = await serve((_, response) =>
      json(response, 200, { profile: 'administration', dossier: 'D' }),
    );
    const amendment = {
      ...filing,
      etag: '"v1.applies"',
      difference: { base: 1, changes: [] },
      reason: 'moved',
    };
    expect(await gateway.amend(amendment)).toMatchObject({ is: 'refused', code: 'not-filed' });
    await gateway.file(filing);
    expect(await gateway.amend(amendment)).toMatchObject({ is: 'amended' });
    expect(heard[1]?.url).toBe('/api/v1/dossiers/D/amendments');
    expect(heard[1]?.headers['if-match']).toBe('"v1.applies"');
    expect(JSON.parse(heard[1]?.body ?? '')).not.toHaveProperty('etag');
  });

  it('sends a file with its digest and its name', async () => {
    const { gateway, heard } = await serve((_, response) =>
      json(response, 200, {
        id: 'F',
        state: 'stored',
        name: 'é.pdf',
        size: 3,
        type: 'application/pdf',
      }),
    );
    const file: PieceFile = { id: 'F', name: 'é.pdf', size: 3, type: '', state: 'sending' };
    const progress: number[] = [];
    const answer = await gateway.putPiece('photo', file, new File(['abc'], 'é.pdf'), (ratio) =>
      progress.push(ratio),
    );
    expect(answer).toMatchObject({ state: 'stored' });
    expect(heard[0]?.body).toBe('abc');
    expect(heard[0]?.headers['content-digest']).toBe(
      'sha-256=:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=:',
    );
    expect(decodeURIComponent(String(heard[0]?.headers['x-guichet-name']))).toBe('é.pdf');
    expect(progress.at(-1)).toBe(1);
  });
});
