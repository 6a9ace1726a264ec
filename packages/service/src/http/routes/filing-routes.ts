import type { Receipt } from '@guichet/engine';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.js';
import { openDraft } from '../../drafts/draft-access.js';
import { fileDraft } from '../../filing/file-draft.js';
import { readReceipt } from '../../filing/read-receipt.js';
import { clearFileOn, setFileOn } from '../../queue/file-on.js';
import { readFileOn, readFiling } from '../../wire/read-filing.js';
import { WireProblem } from '../../wire-problem.js';
import { bearerOf, headerOf, idOf } from '../bearer.js';

/** Filing now, or on a day, and what came of it. */
export function addFilingRoutes(app: FastifyInstance, context: Context): void {
  app.post('/api/v1/drafts/:id/file', async (request, reply): Promise<Receipt> => {
    const draft = await openDraft(
      context.db,
      context.vault,
      idOf(request, 'id'),
      bearerOf(request),
    );
    const key = headerOf(request, 'idempotency-key');
    if (key === undefined || key === '') throw new WireProblem('idempotency-key-missing');
    if (key !== draft.idempotencyKey) throw new WireProblem('idempotency-key-mismatch');
    const filed = await fileDraft(context, draft, readFiling(request.body));
    reply.code(filed.is === 'filed' ? 201 : 200).header('ETag', filed.receipt.etag);
    return filed.receipt;
  });

  app.get('/api/v1/drafts/:id/receipt', async (request, reply) => {
    const receipt = await readReceipt(context, idOf(request, 'id'), bearerOf(request));
    // Not filed yet is an ordinary answer: a browser would write a 404 in the console of the page.
    return receipt ? reply.header('ETag', receipt.etag).send(receipt) : reply.code(204).send();
  });

  app.put('/api/v1/drafts/:id/file-on', async (request) => {
    const asked = readFileOn(request.body);
    await setFileOn(context, idOf(request, 'id'), bearerOf(request), asked);
    return { on: asked.day };
  });

  app.delete('/api/v1/drafts/:id/file-on', async (request) => {
    await clearFileOn(context, idOf(request, 'id'), bearerOf(request));
    return { on: null };
  });
}
