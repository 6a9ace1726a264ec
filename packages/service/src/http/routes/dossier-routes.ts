import type { DossierView, Receipt } from '@guichet/engine';
import { applyEvent, foldDossier } from '@guichet/engine/dossier';
import type { StreamedEvent } from '@guichet/gateway/wire';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../context.js';
import {
  openDossier,
  readAttestation,
  readEvents,
  readVersion,
  type OpenDossier,
} from '../../dossiers/dossier-store.js';
import { heldOf, loadState, plansOf, viewOf } from '../../dossiers/load-dossier.js';
import { amendDossier } from '../../filing/amend-dossier.js';
import { runCommand } from '../../filing/run-command.js';
import { readAmendment, readCommand } from '../../wire/read-filing.js';
import { WireProblem } from '../../wire-problem.js';
import { bearerOf, headerOf, idOf, isOfficer } from '../bearer.js';
import { streamEvents } from '../stream-events.js';

const pollMs = 1000;
const heartbeatMs = 15_000;

/** A dossier: seen, streamed, amended, commanded; its versions and attestations given back. */
export function addDossierRoutes(app: FastifyInstance, context: Context): void {
  addReads(app, context);
  addActs(app, context);
  app.get('/api/v1/dossiers/:id/events', { exposeHeadRoute: false }, async (request, reply) => {
    const dossier = await open(context, request);
    const stream = streamEvents({
      since: sinceOf(request),
      after: (seq) => eventsAfter(context, dossier, seq),
      onWake: (listener) => context.bus.onWake(dossier.id, listener),
      pollMs,
      heartbeatMs,
    });
    request.raw.on('close', () => stream.destroy());
    return reply
      .header('X-Accel-Buffering', 'no')
      .type('text/event-stream; charset=utf-8')
      .send(stream);
  });
}

function addReads(app: FastifyInstance, context: Context): void {
  app.get('/api/v1/dossiers/:id', async (request, reply): Promise<DossierView> => {
    const dossier = await open(context, request);
    const view = viewOf(context, dossier, await loadState(context, context.db, dossier));
    reply.header('ETag', view.etag);
    return view;
  });

  app.get('/api/v1/dossiers/:id/versions/:n', async (request) => {
    const { n } = request.params as { readonly n: string };
    if (!/^[1-9]\d{0,5}$/.test(n)) throw new WireProblem('not-found');
    return (await readVersion(context.db, await open(context, request), Number(n))).version;
  });

  app.get('/api/v1/dossiers/:id/attestations/:attestation', async (request) =>
    readAttestation(context.db, await open(context, request), idOf(request, 'attestation')),
  );
}

function addActs(app: FastifyInstance, context: Context): void {
  app.post('/api/v1/dossiers/:id/amendments', async (request, reply): Promise<Receipt> => {
    const receipt = await amendDossier(context, idOf(request, 'id'), {
      bearer: bearerOf(request),
      ifMatch: headerOf(request, 'if-match'),
      idempotencyKey: headerOf(request, 'idempotency-key'),
      amendment: readAmendment(request.body),
    });
    reply.code(201).header('ETag', receipt.etag);
    return receipt;
  });

  app.post('/api/v1/dossiers/:id/commands', async (request, reply): Promise<DossierView> => {
    const post = readCommand(request.body);
    const view = await runCommand(context, idOf(request, 'id'), {
      ...accessOf(context, request),
      post,
    });
    reply.header('ETag', view.etag);
    return view;
  });
}

function open(context: Context, request: FastifyRequest): Promise<OpenDossier> {
  return openDossier(context.db, context.vault, idOf(request, 'id'), accessOf(context, request));
}

function accessOf(context: Context, request: FastifyRequest) {
  const bearer = bearerOf(request);
  return { bearer, asOfficer: isOfficer(bearer, context.officerToken) };
}

function sinceOf(request: FastifyRequest): number {
  const last = headerOf(request, 'last-event-id') ?? '';
  return /^\d{1,9}$/.test(last) ? Number(last) : 0;
}

/** Events not seen yet, each with the dossier as it stood after it. */
async function eventsAfter(
  context: Context,
  dossier: OpenDossier,
  seq: number,
): Promise<readonly StreamedEvent[]> {
  const [row] = await context.db.query<{ seq: number }>('select seq from dossiers where id = $1', [
    dossier.id,
  ]);
  if (!row || row.seq <= seq) return [];
  const { plan } = heldOf(context, dossier).published;
  const log = await readEvents(context.db, dossier);
  const seen = log.filter((event) => event.seq <= seq);
  const plans = plansOf(context, dossier);
  let state = foldDossier(plan, log, plans, seen.length);
  return log.slice(seen.length).map((event) => {
    state = applyEvent(plan, state, event, plans);
    return { event, view: viewOf(context, dossier, state) };
  });
}
