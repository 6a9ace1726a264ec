import type { EntriesAnswer, GetDraft } from '@guichet/gateway/wire';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.js';
import { createDraft } from '../../drafts/create-draft.js';
import { openDraft } from '../../drafts/draft-access.js';
import { appendEntries, readEntries as loadEntries } from '../../drafts/draft-entries.js';
import { readNotices } from '../../queue/file-on.js';
import { readEntries, readPutDraft } from '../../wire/read-draft.js';
import { WireProblem } from '../../wire-problem.js';
import { bearerOf, idOf } from '../bearer.js';

/** Drafts: made, appended to and read by their bearer. */
export function addDraftRoutes(app: FastifyInstance, context: Context): void {
  app.put('/api/v1/drafts/:id', async (request, reply) => {
    const capability = bearerOf(request);
    // A new draft is opened by the capability sent with it: without one nobody could ever open it again.
    if (capability.length < 22) throw new WireProblem('not-found');
    const draft = readPutDraft(request.body, idOf(request, 'id'));
    const done = await createDraft(context, draft, capability);
    return reply.code(done === 'created' ? 201 : 200).send({ id: draft.id });
  });

  app.get('/api/v1/drafts/:id', async (request): Promise<GetDraft> =>
    readDraft(context, idOf(request, 'id'), bearerOf(request)),
  );

  app.post('/api/v1/drafts/:id/entries', async (request): Promise<EntriesAnswer> =>
    appendEntries(context, idOf(request, 'id'), bearerOf(request), readEntries(request.body)),
  );
}

async function readDraft(context: Context, id: string, capability: string): Promise<GetDraft> {
  const draft = await openDraft(context.db, context.vault, id, capability);
  const [schedule] = await context.db.query<{ day: string }>(
    'select day from schedules where draft_id = $1',
    [id],
  );
  const notices = await readNotices(context.db, draft);
  return {
    draft: {
      id,
      key: draft.idempotencyKey,
      procedure: draft.procedure,
      startedAt: draft.startedAt,
    },
    entries: await loadEntries(context.db, draft),
    ...(draft.dossier ? { dossier: draft.dossier } : {}),
    ...(schedule ? { fileOn: schedule.day } : {}),
    ...(notices.length > 0 ? { notices } : {}),
  };
}
