import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Context } from '../../context.js';
import type { ServedFile } from '../../library/published-library.js';
import { WireProblem } from '../../wire-problem.js';

type Params = Readonly<Record<'id' | 'version' | 'file', string>>;

/** What anybody may read: the operator, the key list, the published procedures. */
export function addPublicRoutes(app: FastifyInstance, context: Context): void {
  app.get('/api/v1/operator', async () => context.operator);
  app.get('/api/v1/keys', async (_request, reply) => {
    reply.header('Cache-Control', 'no-cache');
    return context.sealer.keys(context.now());
  });

  app.get<{ Params: Params }>('/procedures/:id/:file', async ({ params, headers }, reply) => {
    const found = context.library.latest(params.id)?.files.get(params.file);
    return sendFile(reply, found, headers['if-none-match'], 'no-cache');
  });
  app.get<{ Params: Params }>(
    '/procedures/:id/:version/:file',
    async ({ params, headers }, reply) => {
      const found = context.library.find(params.id, params.version)?.files.get(params.file);
      return sendFile(reply, found, headers['if-none-match'], forEver);
    },
  );
}

/** A published version never changes. */
const forEver = 'public, max-age=31536000, immutable';

function sendFile(
  reply: FastifyReply,
  found: ServedFile | undefined,
  known: string | undefined,
  caching: string,
): FastifyReply {
  if (!found) throw new WireProblem('not-found');
  reply.header('Cache-Control', caching).header('ETag', found.etag);
  if (known === found.etag) return reply.code(304).send();
  return reply.type('application/json').send(found.text);
}
