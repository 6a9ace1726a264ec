import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../context.js';
import type { ServedFile } from '../../library/published-library.js';
import { chooseEncoding, isKnown, varyByEncoding } from '../encoded.js';
import { WireProblem } from '../../wire-problem.js';

type Params = Readonly<Record<'id' | 'version' | 'file', string>>;

/** What anybody may read: the operator, the key list, the published procedures. */
export function addPublicRoutes(app: FastifyInstance, context: Context): void {
  app.get('/api/v1/operator', async () => context.operator);
  app.get('/api/v1/keys', async (_request, reply) => {
    reply.header('Cache-Control', 'no-cache');
    return context.sealer.keys(context.now());
  });

  app.get<{ Params: Params }>('/procedures/:id/:file', async (request, reply) => {
    const { id, file } = request.params;
    return sendFile(request, reply, context.library.latest(id)?.files.get(file), 'no-cache');
  });
  app.get<{ Params: Params }>('/procedures/:id/:version/:file', async (request, reply) => {
    const { id, version, file } = request.params;
    const found = context.library.find(id, version)?.files.get(file);
    return sendFile(request, reply, found, forEver);
  });
}

/** A published version never changes. */
const forEver = 'public, max-age=31536000, immutable';

/** Sends the shortest form that the request takes, or 304 to who holds it. */
async function sendFile(
  { headers }: Pick<FastifyRequest, 'headers'>,
  reply: FastifyReply,
  found: ServedFile | undefined,
  caching: string,
): Promise<FastifyReply> {
  if (!found) throw new WireProblem('not-found');
  const forms = await found.encoded;
  const encoding = chooseEncoding(headers['accept-encoding'], forms);
  const etag = encoding === 'identity' ? found.etag : found.etag.replace(/"$/, `-${encoding}"`);
  varyByEncoding(reply).header('Cache-Control', caching).header('ETag', etag);
  if (isKnown(headers['if-none-match'], etag)) return reply.code(304).send();
  if (encoding !== 'identity') reply.header('Content-Encoding', encoding);
  return reply.type('application/json; charset=utf-8').send(forms[encoding]);
}
