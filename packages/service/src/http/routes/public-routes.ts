import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Context } from '../../context.js';
import type { Held } from '../../library/published-library.js';
import { WireProblem } from '../../wire-problem.js';

type Params = Readonly<Record<'id' | 'version' | 'file', string>>;

/** What anybody may read: the operator, the key list, the published procedures. */
export function addPublicRoutes(app: FastifyInstance, context: Context): void {
  app.get('/api/v1/operator', async () => context.operator);
  app.get('/api/v1/keys', async (_request, reply) => {
    reply.header('Cache-Control', 'no-cache');
    return context.sealer.keys(context.now());
  });

  app.get<{ Params: Params }>('/procedures/:id/:file', async ({ params, headers }, reply) =>
    sendFile(
      reply,
      fileOf(context.library.latest(params.id), params.file),
      headers['if-none-match'],
      'no-cache',
    ),
  );
  // A published version never changes.
  app.get<{ Params: Params }>(
    '/procedures/:id/:version/:file',
    async ({ params, headers }, reply) => {
      const found = fileOf(context.library.find(params.id, params.version), params.file);
      return sendFile(
        reply,
        found,
        headers['if-none-match'],
        'public, max-age=31536000, immutable',
      );
    },
  );
}

interface Served {
  readonly text: string;
  readonly hash: string;
}

function sendFile(
  reply: FastifyReply,
  found: Served | undefined,
  known: string | undefined,
  caching: string,
): FastifyReply {
  if (!found) throw new WireProblem('not-found');
  const etag = `"${found.hash}"`;
  reply.header('Cache-Control', caching).header('ETag', etag);
  return known === etag ? reply.code(304).send() : reply.type('application/json').send(found.text);
}

/** `plan.json`, `meta.json`, `texts.<lang>.json`. */
function fileOf(held: Held | undefined, file: string): Served | undefined {
  if (!held) return undefined;
  const { published } = held;
  const { plan, planHash, texts } = published;
  if (file === 'plan.json') return { text: JSON.stringify(plan), hash: planHash };
  if (file === 'meta.json')
    return { text: JSON.stringify(metaOf({ published })), hash: `meta-${planHash}` };
  const lang = /^texts\.([A-Za-z0-9-]+)\.json$/.exec(file)?.[1] ?? '';
  const bundle = Object.hasOwn(texts, lang) ? texts[lang] : undefined;
  return bundle && { text: JSON.stringify(bundle.bundle), hash: bundle.hash };
}

/** Facts of a version; languages with the hash of their words, the reference language first. */
function metaOf({ published }: Pick<Held, 'published'>): object {
  const { id, version, planHash, validFrom, texts, plan } = published;
  const hashes = plan.languages
    .map((lang) => [lang, texts[lang]?.hash])
    .filter(([, hash]) => hash !== undefined);
  return { id, version, planHash, validFrom, texts: Object.fromEntries(hashes) };
}
