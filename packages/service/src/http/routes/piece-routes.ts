import { pieceOfUrl } from '@guichet/gateway/wire';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../context.js';
import { openDraft } from '../../drafts/draft-access.js';
import { findPiece, readPieceBytes } from '../../pieces/piece-store.js';
import { receivePiece } from '../../pieces/receive-piece.js';
import { pieceNamePattern } from '../../wire/read-draft.js';
import { readText } from '../../wire/shapes.js';
import { reasonOf } from '../../reason-of.js';
import { WireProblem } from '../../wire-problem.js';
import { problemHandler } from '../answer-problem.js';
import { bearerOf, headerOf, idOf } from '../bearer.js';

const url = '/api/v1/drafts/:id/pieces/:piece/:file';

/** Files of pieces: one PUT of raw bytes each, and back as an attachment. */
export async function addPieceRoutes(app: FastifyInstance, context: Context): Promise<void> {
  const handle = problemHandler(context.log, context.now);
  await app.register(async (raw) => {
    // Bytes of any declared type: content decides, never the label.
    raw.removeAllContentTypeParsers();
    raw.setErrorHandler((error, request, reply) =>
      handle(isTooLarge(error) ? new WireProblem('file-too-large') : error, request, reply),
    );
    raw.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    raw.put(url, { bodyLimit: largestPiece(context) + 1 }, async (request, reply) => {
      const sent = await receivePiece(context, bearerOf(request), sentPiece(request));
      return reply.code(200).send(sent);
    });
  });

  app.get(url, async (request, reply) => {
    const draft = await openDraft(
      context.db,
      context.vault,
      idOf(request, 'id'),
      bearerOf(request),
    );
    const found = await findPiece(context.db, draft, idOf(request, 'file'));
    if (!found || found.piece !== pieceOf(request)) throw new WireProblem('not-found');
    const bytes = await readPieceBytes(context.db, draft, found.id);
    return reply
      .header(
        'Content-Disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(found.file.name)}`,
      )
      .type(found.file.type)
      .send(bytes);
  });
}

function isTooLarge(error: unknown): boolean {
  return reasonOf(error) === 'FST_ERR_CTP_BODY_TOO_LARGE';
}

function sentPiece(request: FastifyRequest) {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  return {
    draft: idOf(request, 'id'),
    piece: pieceOf(request),
    id: idOf(request, 'file'),
    name: nameOf(request),
    digest: digestOf(request),
    bytes,
  };
}

function pieceOf(request: FastifyRequest): string {
  const { piece = '' } = request.params as Readonly<Record<string, string | undefined>>;
  const name = pieceOfUrl(piece);
  if (!pieceNamePattern.test(name)) throw new WireProblem('not-found');
  return name;
}

/** RFC 9530: `Content-Digest: sha-256=:<base64>:`. A page without TLS has no WebCrypto and sends none. */
function digestOf(request: FastifyRequest): Buffer | undefined {
  const header = headerOf(request, 'content-digest');
  if (header === undefined) return undefined;
  const found = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(header);
  if (!found?.[1]) throw new WireProblem('digest-missing');
  return Buffer.from(found[1], 'base64');
}

function nameOf(request: FastifyRequest): string {
  try {
    return readText(decodeURIComponent(headerOf(request, 'x-guichet-name') ?? 'file'), 500);
  } catch {
    throw new WireProblem('malformed-body');
  }
}

function largestPiece(context: Context): number {
  const sizes = context.library
    .all()
    .flatMap((held) => Object.values(held.published.plan.pieces).map((piece) => piece.maxBytes));
  return Math.max(0, ...sizes);
}
