import { access, constants } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.js';
import { encodePages, type EncodedPages } from './encoded-pages.js';
import { chooseEncoding, varyByEncoding } from './encoded.js';

/** A folder of pages. `prefix` starts and ends with a slash. */
export interface StaticFolder {
  readonly prefix: string;
  /** Absolute, or below the folder that the process was started in. */
  readonly dir: string;
  /** Which of the ports serves it; absent: all of them. */
  readonly on?: 'first' | 'others';
}

/** A build puts a digest of the content in the name: what has such a name never changes. */
const named = /-[A-Z0-9]{8}\.js$/;

/** Serves folders of pages under the strict policy of design.md §4.1; `policy` is asked at each answer, since a port may be known only once it listens. */
export async function addStatics(
  app: FastifyInstance,
  folders: readonly StaticFolder[],
  policy: () => string,
): Promise<void> {
  for (const { prefix, dir: given } of folders) {
    const dir = path.resolve(given);
    await access(dir, constants.R_OK).catch(() => {
      throw new ServiceError('pages-missing', { prefix, folder: dir });
    });
    // Each folder in a scope of its own, so that the hook touches nothing else: events are never compressed.
    await app.register(async (scope) => addFolder(scope, prefix, dir, policy));
  }
}

async function addFolder(
  scope: FastifyInstance,
  prefix: string,
  dir: string,
  policy: () => string,
): Promise<void> {
  const pages = encodePages(dir);
  const sent = new WeakMap<ServerResponse, string>();
  scope.addHook('onSend', async (request, reply, payload) => {
    const file = sent.get(reply.raw);
    return file === undefined ? payload : sendShortest(request, reply, payload, pages, file);
  });
  await scope.register(fastifyStatic, {
    root: dir,
    prefix,
    decorateReply: false,
    dotfiles: 'deny',
    redirect: true,
    cacheControl: false,
    setHeaders(response, file) {
      sent.set(response as unknown as ServerResponse, file);
      response.setHeader('Cache-Control', named.test(file) ? forEver : 'no-cache');
      response.setHeader('Content-Security-Policy', policy());
    },
  });
}

const forEver = 'public, max-age=31536000, immutable';

/** The weak ETag of the file names all its forms: they mean the same (RFC 9110 §8.8.1). Parts and 304 are left as they are. */
async function sendShortest(
  { headers, method }: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  pages: EncodedPages,
  file: string,
): Promise<unknown> {
  const forms = await pages.of(file);
  if (!forms) return payload;
  varyByEncoding(reply);
  const encoding = chooseEncoding(headers['accept-encoding'], forms);
  const form = forms[encoding];
  if (encoding === 'identity' || !form || reply.statusCode !== 200) return payload;
  reply.header('Content-Encoding', encoding).header('Content-Length', form.length);
  reply.removeHeader('Accept-Ranges');
  if (isStream(payload)) payload.destroy();
  return method === 'HEAD' ? '' : form;
}

function isStream(payload: unknown): payload is { destroy(): void } {
  return typeof payload === 'object' && payload !== null && 'destroy' in payload;
}
