import { access, constants } from 'node:fs/promises';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../errors.js';

/** A folder of pages. `prefix` starts and ends with a slash. */
export interface StaticFolder {
  readonly prefix: string;
  readonly dir: string;
  /** Which of the ports serves it; absent: all of them. */
  readonly on?: 'first' | 'others';
}

/** Serves folders of pages under the strict policy of design.md §4.1; `policy` is asked at each answer, since a port may be known only once it listens. */
export async function addStatics(
  app: FastifyInstance,
  folders: readonly StaticFolder[],
  policy: () => string,
): Promise<void> {
  for (const { prefix, dir } of folders) {
    await access(dir, constants.R_OK).catch(() => {
      throw new ServiceError('pages-missing', { prefix, folder: dir });
    });
    await app.register(fastifyStatic, {
      root: dir,
      prefix,
      decorateReply: false,
      dotfiles: 'deny',
      redirect: true,
      cacheControl: false,
      setHeaders(reply) {
        reply.setHeader('Cache-Control', 'no-cache');
        reply.setHeader('Content-Security-Policy', policy());
      },
    });
  }
}
