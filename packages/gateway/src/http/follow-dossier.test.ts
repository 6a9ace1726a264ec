import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { httpDossier } from './http-dossier.js';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type Answering = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

/** Follows a dossier on a real server until `enough` sequences came. */
async function follow(
  answering: Answering,
  enough: number,
  since = 0,
): Promise<{ seqs: number[]; from: string[] }> {
  const from: string[] = [];
  let nth = 0;
  server = createServer((request, response) => {
    from.push(String(request.headers['last-event-id']));
    answering(request, response, (nth += 1));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const dossier = httpDossier({ api: `http://127.0.0.1:${port}`, dossier: 'D', capability: 'C' });
  const seqs: number[] = [];
  await new Promise<void>((resolve) => {
    const stop = dossier.follow(since, ({ event }) => {
      seqs.push(event.seq);
      if (seqs.length < enough) return;
      stop();
      resolve();
    });
  });
  return { seqs, from };
}
function stream(response: ServerResponse, ...seqs: number[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const seq of seqs)
    response.write(
      `: beat\nid: ${seq}\nevent: dossier\ndata: {"event":{"seq":${seq}},"view":{}}\n\n`,
    );
}

describe('following a dossier', () => {
  it('picks up after the last event it had when the line breaks', async () => {
    const { seqs, from } = await follow((_, response, nth) => {
      if (nth > 1) return stream(response, 2, 3);
      stream(response, 1, 2);
      response.end();
    }, 3);
    expect(seqs).toEqual([1, 2, 3]);
    expect(from).toEqual(['0', '2']);
  });

  it('tells each event once, though a service repeats itself', async () => {
    const { seqs } = await follow((_, response) => stream(response, 4, 5, 5, 4, 6), 2, 4);
    expect(seqs).toEqual([5, 6]);
  });

  it('passes over what it cannot read', async () => {
    const { seqs } = await follow((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(
        'data: not json\n\ndata: {"event":null}\n\nid: 1\ndata: {"event":{"seq":1},"view":{}}\n\n',
      );
    }, 1);
    expect(seqs).toEqual([1]);
  });

  it('polls where no stream gets through', async () => {
    const { seqs } = await follow((request, response) => {
      if (request.url?.endsWith('/events')) return void response.writeHead(200).end();
      response
        .writeHead(200)
        .end(JSON.stringify({ timeline: [{ seq: 1, type: 'FILED', at: 't', by: {} }] }));
    }, 1);
    expect(seqs).toEqual([1]);
  }, 30_000);
});
