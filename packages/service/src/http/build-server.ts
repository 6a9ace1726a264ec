import cors from '@fastify/cors';
import fastify, { type FastifyInstance } from 'fastify';
import { parse } from 'secure-json-parse';
import type { Log } from '../log.js';
import { WireProblem } from '../wire-problem.js';
import { answerProblem, problemHandler } from './answer-problem.js';
import { addSecurityHeaders } from './security-headers.js';

export interface ServerOptions {
  readonly log: Log;
  readonly now: () => Date;
  /** Origins that may read answers; a live set, since a port may be known only once it listens. */
  readonly origins: ReadonlySet<string>;
}

/** JSON bodies; a page of answers is far below it. Files have a limit of their own. */
const bodyLimit = 1024 * 1024;

const requestHeaders = [
  'Authorization',
  'Content-Type',
  'Content-Digest',
  'If-Match',
  'Idempotency-Key',
  'Last-Event-ID',
  'X-Guichet-Name',
];

/** A server without routes: errors, log, headers and cross-origin rules are those of every route added to it. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit,
    forceCloseConnections: true,
    exposeHeadRoutes: true,
  });
  app.setErrorHandler(problemHandler(options.log, options.now));
  app.setNotFoundHandler((_request, reply) => answerProblem(reply, new WireProblem('not-found')));
  readJsonOnly(app);
  refuseForeignWrites(app, options.origins);
  logRequests(app, options);
  addSecurityHeaders(app);
  await app.register(cors, {
    origin: (origin, answer) => answer(null, origin !== undefined && options.origins.has(origin)),
    methods: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'],
    allowedHeaders: requestHeaders,
    exposedHeaders: ['ETag', 'Location'],
    maxAge: 600,
  });
  return app;
}

function readJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, parse(String(body), { protoAction: 'error', constructorAction: 'error' }));
    } catch {
      done(new WireProblem('malformed-body'));
    }
  });
}

/** A page of an unlisted origin could not read the answer, but must not act either. */
function refuseForeignWrites(app: FastifyInstance, origins: ReadonlySet<string>): void {
  app.addHook('onRequest', async (request) => {
    const { origin } = request.headers;
    const writes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    if (writes && origin !== undefined && !origins.has(origin))
      throw new WireProblem('origin-forbidden');
  });
}

function logRequests(app: FastifyInstance, { log, now }: ServerOptions): void {
  app.addHook('onResponse', async (request, reply) => {
    log({
      at: now().toISOString(),
      level: reply.statusCode >= 500 ? 'error' : 'info',
      event: 'request',
      method: request.method,
      route: request.routeOptions.url ?? '*',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
}
